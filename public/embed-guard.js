// A sandboxed frame has an origin of its own, to which module scripts may be closed; this classic script is not. It tells
// the reader, and the page around, when the view cannot start.
addEventListener(
  'error',
  ({ target }) => {
    if (target.type !== 'module') return;
    document.getElementById('blocked').hidden = false;
    const data = { code: 'load', message: 'The script of the view could not be loaded.', re: null };
    if (parent !== self)
      parent.postMessage({ source: 'whereabouts', v: 1, id: '', type: 'error', data }, '*');
  },
  true,
);
