const picker = document.querySelector('outbound-number-picker')

picker.addEventListener('dial', ({ detail }) => {
  const code = document.createElement('code')
  code.textContent = JSON.stringify(detail)
  const dialed = document.createElement('p')
  dialed.dataset.event = 'dial'
  dialed.append(code)
  document.body.append(dialed)
})
