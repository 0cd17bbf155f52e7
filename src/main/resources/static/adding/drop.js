// Files that are dragged over the page and dropped on it, wherever that is.

/**
 * @param drag called with whether files are held over the page
 * @param drop called with the files
 */
export function listenToFiles(target, { drag, drop }) {
  let depth = 0;
  target.addEventListener('dragenter', (event) => {
    if (!holdsFiles(event)) return;
    depth++;
    drag(true);
  });
  target.addEventListener('dragleave', (event) => {
    if (!holdsFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (!depth) drag(false);
  });
  target.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  target.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    // Otherwise the browser would leave the page and show the file.
    event.preventDefault();
    depth = 0;
    drag(false);
    drop(event.dataTransfer.files);
  });
}

function holdsFiles({ dataTransfer }) {
  return Boolean(dataTransfer?.types.includes('Files'));
}
