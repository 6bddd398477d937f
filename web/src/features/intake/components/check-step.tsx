import { DownloadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card, Empty, Tabs, Tag, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { problemText } from '@/shared/ui/problem-text';
import { type ImportPreview } from '../api/get-import';
import { importsTexts } from '../imports-texts';
import { type Place, problemsByCell } from '../model/problem-places';
import { ImportProblems } from './import-problems';
import { SheetTable } from './sheet-table';

/** What was read and what is wrong, side by side; a problem leads to its cell. */
export function CheckStep({ preview }: { preview: ImportPreview }) {
  const t = useText(importsTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { message } = App.useApp();
  const data = preview.sheets.filter(({ role }) => role === 'DATA');
  const aside = preview.sheets.filter(({ role }) => role !== 'DATA');
  const [place, setPlace] = useState<Place | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const marks = useMemo(() => problemsByCell(preview.problems), [preview.problems]);
  const sheet = data.find(({ name }) => name === (chosen ?? place?.sheet)) ?? data[0];
  const { errors, warnings } = preview.counts;
  const annotated = async () => {
    try {
      await saveFile(
        apiPath`/enterprises/${enterpriseId}/imports/${preview.id}/annotated.xlsx`,
        `annotated-${preview.file.name}`,
      );
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Alert
        type={preview.state === 'REJECTED' ? 'error' : warnings > 0 ? 'warning' : 'success'}
        showIcon
        title={
          preview.state === 'REJECTED'
            ? t('check.rejected', { count: errors })
            : t('check.readable', { rows: preview.counts.rows, values: preview.counts.values, warnings })
        }
        description={preview.state === 'REJECTED' ? t('check.rejected.text') : undefined}
        action={
          preview.problems.length > 0 &&
          preview.file.digest !== null && (
            <Button size="small" icon={<DownloadOutlined />} onClick={() => void annotated()}>
              {t('annotated')}
            </Button>
          )
        }
      />
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: preview.problems.length > 0 && sheet ? 'minmax(0, 1fr) 360px' : '1fr',
          gap: 12,
          alignItems: 'start',
        }}
      >
        {sheet && (
          <Card size="small">
            <Tabs
              size="small"
              activeKey={sheet.name}
              onChange={(name) => {
                setChosen(name);
                setPlace(null);
              }}
              items={data.map(({ name }) => {
                const count = preview.problems.filter((problem) => problem.sheet === name).length;
                return {
                  key: name,
                  label: (
                    <>
                      {name} {count > 0 && <Tag color="warning">{count}</Tag>}
                    </>
                  ),
                };
              })}
            />
            <SheetTable sheet={sheet} year={preview.year} marks={marks} focus={place} />
            {aside.length > 0 && (
              <Typography.Paragraph type="secondary" style={{ margin: '10px 0 0' }}>
                {t('check.aside', { sheets: aside.map(({ name }) => name).join(', ') })}
              </Typography.Paragraph>
            )}
          </Card>
        )}
        {preview.problems.length > 0 ? (
          <Card size="small" title={t('problems', { count: preview.problems.length })}>
            <ImportProblems
              problems={preview.problems}
              onJump={(to) => {
                setChosen(to.sheet);
                setPlace(to);
              }}
            />
          </Card>
        ) : (
          !sheet && <Empty />
        )}
      </div>
    </div>
  );
}
