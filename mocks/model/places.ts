import { type Place, readCallee } from '../../src/ccc/index.ts'
import { hash } from './hash.ts'

/** Area code, province, city, and some of the city's mobile prefixes. */
const cities: readonly [areaCode: string, province: string, city: string, prefixes: string][] = [
  ['010', '北京', '北京', '1388888 1381000 1391000 1990000'],
  ['021', '上海', '上海', '1391600 1381600 1390160'],
  ['022', '天津', '天津', '1390220 1382000'],
  ['023', '重庆', '重庆', '1390830 1388300'],
  ['020', '广东', '广州', '1392200 1380220'],
  ['0755', '广东', '深圳', '1392380 1390290'],
  ['0757', '广东', '佛山', '1390280'],
  ['0769', '广东', '东莞', '1392580'],
  ['0571', '浙江', '杭州', '1395710 1380571 1390571'],
  ['0574', '浙江', '宁波', '1395740 1390574'],
  ['0577', '浙江', '温州', '1395770 1390577'],
  ['025', '江苏', '南京', '1391300 1390510'],
  ['0512', '江苏', '苏州', '1391310 1390620'],
  ['0510', '江苏', '无锡', '1391240'],
  ['028', '四川', '成都', '1388000 1390800'],
  ['0816', '四川', '绵阳', '1388110'],
  ['027', '湖北', '武汉', '1397100 1387110'],
  ['0717', '湖北', '宜昌', '1397200'],
  ['029', '陕西', '西安', '1389180 1390920'],
  ['0531', '山东', '济南', '1395310 1390531'],
  ['0532', '山东', '青岛', '1395320 1390532'],
  ['0535', '山东', '烟台', '1395350'],
  ['0591', '福建', '福州', '1395910 1390591'],
  ['0592', '福建', '厦门', '1395920 1390592'],
  ['0595', '福建', '泉州', '1395950'],
  ['0731', '湖南', '长沙', '1397310 1387310'],
  ['0371', '河南', '郑州', '1393710 1390371'],
  ['0379', '河南', '洛阳', '1393790'],
  ['024', '辽宁', '沈阳', '1394000 1390400'],
  ['0411', '辽宁', '大连', '1394110 1390411'],
  ['0471', '内蒙古', '呼和浩特', '1394710 1390471'],
  ['0472', '内蒙古', '包头', '1394720'],
  ['0551', '安徽', '合肥', '1395510'],
  ['0771', '广西', '南宁', '1397710'],
  ['0871', '云南', '昆明', '1388710'],
  ['0311', '河北', '石家庄', '1393110'],
  ['0351', '山西', '太原', '1393510'],
  ['0431', '吉林', '长春', '1394310'],
  ['0451', '黑龙江', '哈尔滨', '1394510'],
  ['0791', '江西', '南昌', '1397910'],
  ['0851', '贵州', '贵阳', '1398510'],
  ['0898', '海南', '海口', '1397500'],
  ['0931', '甘肃', '兰州', '1399310'],
  ['0991', '新疆', '乌鲁木齐', '1399910'],
]

const nowhere: Place = { province: '', city: '' }

const places: readonly Place[] = cities.map(([, province, city]) => ({ province, city }))

const placeByAreaCode = new Map<string, Place>(
  cities.map(([areaCode, province, city]) => [areaCode, { province, city }]),
)

const placeByMobilePrefix = new Map<string, Place>(
  cities.flatMap(([, province, city, prefixes]) =>
    prefixes.split(' ').map((prefix): [string, Place] => [prefix, { province, city }]),
  ),
)

/**
 * The place that a number belongs to. Every mobile number has one: prefixes outside the table are spread over
 * its cities. Hotlines, short numbers and area codes outside the table have none.
 */
export function placeOf(number: string): Place {
  const reading = readCallee(number)
  if (reading.state !== 'complete') return nowhere
  if (reading.kind === 'mobile') return placeOfMobile(reading.number)
  if (reading.kind === 'landline') return placeOfLandline(reading.number)
  return nowhere
}

function placeOfMobile(number: string): Place {
  const prefix = number.slice(0, 7)
  return placeByMobilePrefix.get(prefix) ?? places[hash(prefix) % places.length] ?? nowhere
}

function placeOfLandline(number: string): Place {
  return (
    placeByAreaCode.get(number.slice(0, 3)) ?? placeByAreaCode.get(number.slice(0, 4)) ?? nowhere
  )
}
