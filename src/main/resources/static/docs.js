// The examples with this server's own address, and a button that copies each.

const EXAMPLE_SERVER = 'http://localhost:8080';

for (const code of document.querySelectorAll('code')) {
  code.textContent = code.textContent.replaceAll(EXAMPLE_SERVER, location.origin);
}

for (const code of document.querySelectorAll('pre code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  });
  code.parentElement.before(button);
}
