import 'outbound-number-picker/element'
import { createApp } from 'vue'
import Dialer from './Dialer.vue'

createApp(Dialer).mount('#root')
