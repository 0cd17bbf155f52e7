// Runs before the first paint, so that a remembered theme never flashes the other one.
{
  let remembered = null;
  try {
    remembered = localStorage.getItem('dateline.theme');
  } catch {
    // Storage may be forbidden; the system's theme is then followed.
  }
  if (remembered) document.documentElement.dataset.theme = remembered;
}
