import { DownloadOutlined, DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useScope } from '@/shared/api/use-scope';
import { download, toCsv } from '@/shared/format/csv';
import { formatMonth } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { problemText } from '@/shared/ui/problem-text';
import { type Ledger, type LedgerRow } from '../api/get-ledger';
import { ledgerTexts } from '../ledger-texts';
import { LAST_COLUMN, OPENING_COLUMN } from '../model/cell-address';
import { rowTitle, rowUnit, shownValue, storedAt } from '../model/grid-view';

/** The saved ledger as a workbook of all sheets (.xlsx), or the rows on screen (.csv). */
export function ExportMenu({ ledger, rows }: { ledger: Ledger; rows: readonly LedgerRow[] }) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const { enterpriseId, year } = useScope();
  const { message } = App.useApp();

  const xlsx = async () => {
    try {
      await saveFile(apiPath`/enterprises/${enterpriseId}/ledger.xlsx`, `ledger-${year}.xlsx`, { year });
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  const csv = () => {
    const columns = Array.from({ length: LAST_COLUMN + 1 }, (_, column) => column);
    const header = [
      t('grid.place'),
      t('grid.parameter'),
      t('grid.unit'),
      ...columns.map((column) =>
        column === OPENING_COLUMN ? t('grid.opening') : formatMonth(ledger.months[column - 1] ?? '', locale),
      ),
      t('grid.total'),
    ];
    download(
      `ledger-${year}.csv`,
      toCsv(
        header,
        rows.map((row) => {
          const { place, main } = rowTitle(row.parameter, locale);
          return [
            place,
            main,
            rowUnit(row.parameter, locale),
            ...columns.map((column) => shownValue(storedAt(row, column), row.parameter)),
            row.total,
          ];
        }),
      ),
    );
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('export.xlsx'), onClick: () => void xlsx() },
          { key: 'csv', label: t('export.csv', { count: rows.length }), onClick: csv },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />}>
        {t('export')} <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}
