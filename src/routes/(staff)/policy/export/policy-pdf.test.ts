// The PDF of a policy as somebody hears it: its language, every heading in order with its bookmark, every clause word for word.
import { expect, test } from 'vitest';
import { policyAsBlocks } from '#features/drafting/exporting/policy-as-blocks.ts';
import { loadModelPolicy } from '#features/policy/index.ts';
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import { headingsOf, readingFaults, readOut, readPdf, solid } from '#surfaces/pdf/read-pdf.fixture.ts';

const edition = {
  title: 'Social media policy',
  school: 'Kingfisher Primary School',
  standing: 'In force',
  issued: '2026-11',
  authors: ['Ngozi Okafor'],
  written: null,
  changeNote: '',
  sha256: 'ab12'.repeat(16),
};

// The longest of them, and one with neither definitions nor many settings.
test.each(['st-nicholas', 'the-grange'] as const)(
  '%s can be read by ear, heading by heading and clause by clause',
  async (name) => {
    const document = await loadModelPolicy(name);
    const pdf = await readPdf(
      await printedPdf({
        title: document.title,
        language: 'en-GB',
        school: edition.school,
        footer: 'Version 1',
        madeAt: '2026-11-20T10:00:00Z',
        blocks: policyAsBlocks(document, edition),
      }),
    );
    expect(readingFaults(pdf)).toEqual([]);

    const spoken = headingsOf(pdf).map(({ words }) => solid(words));
    const titles = document.clauses.map(({ number, title }) => solid(`${number} ${title}`));
    expect(spoken.filter((words) => titles.includes(words))).toEqual(titles);

    const read = readOut(pdf);
    const places = document.clauses.map(({ number, title, text }) => read.indexOf(solid(`${number} ${title}${text}`)));
    expect(places).not.toContain(-1);
    expect(places.toSorted((one, other) => one - other)).toEqual(places);
  },
);
