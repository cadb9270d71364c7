// When the browser could not use a passkey, say so on the page instead of in the console.
document.addEventListener('allauth.error', event => {
  const notice = document.getElementById('khoa-truc-trac')
  if (!notice) return
  event.preventDefault()
  notice.hidden = false
})
