// A sandboxed frame has an origin of its own, to which the module scripts may be closed; this classic script is not.
// It tells the reader, and the page around, when the view cannot start.
(function () {
  addEventListener(
    'error',
    function (event) {
      var failed = event.target;
      if (!(failed instanceof HTMLScriptElement) || failed.type !== 'module') return;
      document.getElementById('blocked').hidden = false;
      if (window.parent === window) return;
      var data = { code: 'load', message: 'The script of the view could not be loaded.', re: null };
      window.parent.postMessage({ source: 'whereabouts', v: 1, id: '', type: 'error', data: data }, '*');
    },
    true,
  );
})();
