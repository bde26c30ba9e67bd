import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ListReading, readList } from '../../src/teams/read-list.ts';
import { everyLanguage } from '../../src/teams/words/choose.ts';

function read(text: string): ListReading {
  return readList(text, everyLanguage());
}

function rowsOf(text: string): Extract<ListReading, { readonly kind: 'rows' }>['rows'] {
  const reading = read(text);
  assert.equal(reading.kind, 'rows');
  return reading.rows;
}

describe('reading a list', () => {
  for (const delimiter of [',', ';', '\t']) {
    it(`takes cells between ${JSON.stringify(delimiter)} with or without a header, and a mark of bytes`, () => {
      const line = ['ada@contoso.test', 'Finance Reports', '30'].join(delimiter);
      const header = ['User', 'GROUP', 'days'].join(delimiter);

      for (const [text, row, kept] of [
        [line, 1, { text: line }],
        [`\uFEFF${header}\r\n${line}\r\n`, 2, {}],
        [`\n\n${header}\n\n${line}`, 5, {}],
      ] as const) {
        const cells = { who: 'ada@contoso.test', group: 'Finance Reports', duration: '30' };
        assert.deepEqual(rowsOf(text), [{ row, ...cells, days: 30, ...kept }]);
      }
    });
  }

  it('takes named columns in any order and leaves out what it does not know', () => {
    const [row] = rowsOf('Cost centre;Days;Group;UPN\n4711;P2W;"Sales; EU";ada@contoso.test');

    assert.equal(row?.who, 'ada@contoso.test');
    assert.equal(row?.group, 'Sales; EU');
    assert.equal(row?.days, 14);
  });

  for (const [duration, days] of [
    ['', undefined],
    ['-', undefined],
    ['1', 1],
    ['P30D', 30],
    ['p2w', 14],
    ['P1M', 30],
    ['p1y', 365],
    ['30 days', 30],
    ['30days', 30],
    ['1 Tag', 1],
    ['2 semaines', 14],
    ['3 MESES', 90],
    ['1か月', 30],
    ['３０', 30],
    ['３０　日', 30],
    ['٣٠', 30],
    ['۳۰', 30],
    ['٣٠ يومًا', 30],
    ['\u200F30 أيام', 30],
    ['–', undefined],
  ] as const) {
    it(`reads the duration "${duration}" as ${days ?? 'no end'}`, () => {
      const [row] = rowsOf(`ada@contoso.test;Finance;${duration}`);
      assert.equal(row?.days, days);
      assert.equal(row?.complaint, undefined);
    });
  }

  for (const [line, complaint] of [
    ['ada@contoso.test;Finance;0', 'row-duration-not-valid'],
    ['ada@contoso.test;Finance;-3', 'row-duration-not-valid'],
    ['ada@contoso.test;Finance;30 moons', 'row-duration-not-valid'],
    ['ada@contoso.test;Finance;30 Finance', 'row-duration-not-valid'],
    ['ada@contoso.test;Finance;999Y', 'row-duration-not-valid'],
    ['ada@contoso.test;Finance;PT5H', 'row-duration-not-valid'],
    ['ada@contoso.test', 'row-not-readable'],
    ['ada@contoso.test;;30', 'row-not-readable'],
    [';Finance;30', 'row-not-readable'],
    ['ada@contoso.test;Finance;30;more', 'row-not-readable'],
    [`ada@contoso.test;${'x'.repeat(400)};30`, 'row-not-readable'],
    ['ada@contoso.test, Finance, 30', 'row-separated-otherwise'],
    ['ada@contoso.test\tFinance', 'row-separated-otherwise'],
    ['ada@contoso.test;"Finance;30', 'row-quote-not-closed'],
  ] as const) {
    it(`keeps the line "${line.slice(0, 40)}" with a complaint, and the ones around it without`, () => {
      const around = 'ben@contoso.test;Finance;30';
      const rows = rowsOf([around, line, around].join('\n'));

      assert.deepEqual(
        rows.map((row) => row.complaint),
        [undefined, complaint, undefined],
      );
      assert.deepEqual(
        rows.map(({ row }) => row),
        [1, 2, 3],
      );
    });
  }

  for (const [text, complaint] of [
    ['', 'list-empty'],
    [' \n\t\n', 'list-empty'],
    ['user;group;days', 'list-empty'],
    ['PK\u0003\u0004\0\0', 'list-not-readable'],
    [Buffer.from([0x61, 0xff, 0xfe, 0x3b]).toString('utf8'), 'list-not-readable'],
    ['ada@contoso.test;Finance;1\n'.repeat(201), 'list-too-long'],
  ] as const) {
    it(`says ${complaint} of ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.deepEqual(read(text), { kind: 'complaint', complaint });
    });
  }

  it('keeps the lines behind a quotation mark that finds its partner in another line', () => {
    const rows = rowsOf('ada@contoso.test;"Finance;30\nben@contoso.test;Sales "EU";30\nno@x;F');

    assert.deepEqual(
      rows.map(({ row, who, complaint }) => [row, who, complaint]),
      [
        [1, '', 'row-quote-not-closed'],
        [2, 'ben@contoso.test', undefined],
        [3, 'no@x', undefined],
      ],
    );
    assert.equal(rows[0]?.text, 'ada@contoso.test;"Finance;30');
  });

  it('leaves a note of two lines beside the list alone', () => {
    const [row] = rowsOf('user;group;days;note\nada@contoso.test;Finance;30;"one\ntwo"');

    assert.deepEqual([row?.who, row?.complaint], ['ada@contoso.test', undefined]);
  });

  it('takes the sign between cells from the first line where Excel names it', () => {
    for (const end of ['\n', '\r\n']) {
      const rows = rowsOf(
        ['sep=;', 'User;Group;Days', 'ada@contoso.test;Sales, EU, East, and more;30'].join(end),
      );

      assert.deepEqual(rows, [
        {
          row: 3,
          who: 'ada@contoso.test',
          group: 'Sales, EU, East, and more',
          duration: '30',
          days: 30,
        },
      ]);
    }
    assert.equal(rowsOf('SEP=|\nada@contoso.test|Finance|30')[0]?.group, 'Finance');
    assert.deepEqual(read('sep=;'), { kind: 'complaint', complaint: 'list-empty' });
  });

  it('keeps a line as it was written, with whatever blanks stand in it', () => {
    const line = '\u00A0ada@contoso.test; "Sales; ""EU""" ;\u300030\u00A0';
    const [row] = rowsOf(line);

    assert.equal(row?.text, line);
    assert.deepEqual([row.who, row.group, row.days], ['ada@contoso.test', 'Sales; "EU"', 30]);
    assert.deepEqual(rowsOf(row.text), [row]);
  });

  it('puts a line together anew that stands in two', () => {
    const [row] = rowsOf('ada@contoso.test;Finance;30;"a ""note""\nof two lines"');

    assert.equal(row?.complaint, 'row-not-readable');
    assert.equal(row.text, 'ada@contoso.test;Finance;30;"a ""note""\nof two lines"');
  });

  it('takes two hundred lines', () => {
    assert.equal(rowsOf('ada@contoso.test;Finance;1\n'.repeat(200)).length, 200);
  });

  it('gives back what was written, however it has to be quoted', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll(/[\p{C}\p{Z}\s]/gu, '').toWellFormed())
      .filter((text) => text !== '' && !text.includes('\uFFFD'));
    const row = fc.record(
      { who: cell, group: cell, days: fc.integer({ min: 1, max: 3650 }) },
      { noNullPrototype: true },
    );
    const list = fc.array(row, { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(list, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const text = [
          ['user', 'group', 'days'].join(delimiter),
          ...rows.map(({ who, group, days }) =>
            [quoted(who), quoted(group), String(days)].join(delimiter),
          ),
        ].join('\r\n');

        assert.deepEqual(
          rowsOf(text).map(({ who, group, days }) => ({ who, group, days })),
          rows,
        );
      }),
    );
  });

  it('never throws and never makes more lines than there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const reading = read(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        assert.ok(reading.kind === 'complaint' || reading.rows.length <= lines);
      }),
    );
  });
});

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
