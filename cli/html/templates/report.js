// Sorting, finding and comparing candidates.  All can be read without it.
(function () {
  'use strict';
  var most = 4;

  function element(name, text) {
    var made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // What a cell is sorted by; "5/8" as a share.
  function key(cell, kind) {
    var text = cell.textContent.trim();
    if (kind === 'text') return text.toLowerCase();
    if (kind === 'share') {
      var parts = text.split('/');
      return parts[1] > 0 ? parts[0] / parts[1] : -1;
    }
    var number = parseFloat(text);
    return isNaN(number) ? -1 : number;
  }

  function sortBy(table, head, column) {
    var kind = head.dataset.sort;
    var was = head.getAttribute('aria-sort');
    // Numbers begin with the largest, ranks and words with the first.
    var up = was ? was === 'descending' : kind === 'text' || column === 1;
    var bodies = Array.prototype.slice.call(table.tBodies);
    var keys = new Map();
    bodies.forEach(function (body, i) {
      keys.set(body, [key(body.rows[0].cells[column], kind), i]);
    });
    bodies.sort(function (a, b) {
      var x = keys.get(a), y = keys.get(b);
      if (x[0] === y[0]) return x[1] - y[1];
      return (x[0] < y[0]) === up ? -1 : 1;
    });
    table.querySelectorAll('th[aria-sort]').forEach(function (other) {
      other.removeAttribute('aria-sort');
    });
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    bodies.forEach(function (body) { table.appendChild(body); });
  }

  function makeSortable(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      if (!head.dataset.sort) return;
      var button = element('button', head.textContent);
      button.type = 'button';
      button.addEventListener('click', function () { sortBy(table, head, column); });
      head.textContent = '';
      head.appendChild(button);
    });
  }

  function makeFindable(job, table) {
    var tools = job.querySelector('.tools');
    var find = tools.querySelector('.find'), bands = tools.querySelector('.bands');
    var count = tools.querySelector('.count');
    function show() {
      var words = find.value.trim().toLowerCase(), shown = 0;
      Array.prototype.forEach.call(table.tBodies, function (body) {
        var fits = (!bands.value || body.dataset.band === bands.value) &&
          (!words || body.textContent.toLowerCase().indexOf(words) >= 0);
        body.hidden = !fits;
        if (fits) shown++;
      });
      count.textContent = shown + ' of ' + table.tBodies.length + ' shown';
    }
    find.addEventListener('input', show);
    bands.addEventListener('change', show);
    tools.hidden = false;
    show();
  }

  function compare(job, table, matrix) {
    var place = job.querySelector('.compare');
    var scroll = place.querySelector('.scroll');
    var chosen = table.querySelectorAll('.pick input:checked');
    table.querySelectorAll('.pick input').forEach(function (box) {
      box.disabled = !box.checked && chosen.length >= most;
    });
    scroll.textContent = '';
    place.hidden = chosen.length < 2;
    if (place.hidden) return;
    var shown = element('table');
    shown.appendChild(element('caption', 'The chosen candidates, at most ' + most));
    var rows = Array.prototype.map.call(chosen, function (box) { return box.closest('tr'); });
    var head = shown.createTHead().insertRow();
    head.appendChild(element('th', 'What')).scope = 'col';
    rows.forEach(function (row) {
      var name = row.cells[2].firstChild;
      head.appendChild(element('th', name ? name.textContent : '')).scope = 'col';
    });
    var body = shown.createTBody();
    function line(label, cells) {
      var row = body.insertRow();
      row.appendChild(element('th', label)).scope = 'row';
      cells.forEach(function (cell) {
        var made = row.insertCell();
        made.textContent = cell.textContent.trim();
        if (cell.className.length === 1) made.className = cell.className;
      });
    }
    var heads = table.tHead.rows[0].cells;
    for (var column = 1; column < heads.length; column++) {
      if (column !== 2) {
        line(heads[column].textContent, rows.map(function (row) { return row.cells[column]; }));
      }
    }
    var asks = job.querySelectorAll('.asks li');
    var places = rows.map(function (row) { return matrix.get(row.parentNode.id); });
    Array.prototype.forEach.call(asks, function (ask, i) {
      line((i + 1) + '. ' + ask.firstChild.textContent,
        places.map(function (row) { return row.cells[i + 1]; }));
    });
    scroll.appendChild(shown);
  }

  function makeComparable(job, table) {
    var matrix = new Map();
    job.querySelectorAll('.matrix tbody tr').forEach(function (row) {
      matrix.set(row.querySelector('a').hash.slice(1), row);
    });
    table.addEventListener('change', function (event) {
      if (event.target.closest('.pick')) compare(job, table, matrix);
    });
  }

  document.documentElement.classList.add('js');
  document.querySelectorAll('section.job').forEach(function (job) {
    var table = job.querySelector('table.rank');
    if (!table) return;
    makeSortable(table);
    makeFindable(job, table);
    makeComparable(job, table);
  });
})();
