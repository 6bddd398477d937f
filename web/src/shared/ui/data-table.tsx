import { DownloadOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons';
import {
  Button,
  Checkbox,
  Empty,
  Input,
  Popover,
  Space,
  Table,
  type TableColumnType,
  Tooltip,
  Typography,
} from 'antd';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { z } from 'zod';
import { compareDecimal, isDecimal } from '@/shared/format/decimal';
import { download, toCsv } from '@/shared/format/csv';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useText } from '@/shared/i18n/use-locale';
import { useUrlState } from './use-url-state';

/** One column of a register. `text` is what search, sorting and the CSV see; `render` is what people see. */
export interface DataColumn<T> {
  readonly key: string;
  readonly title: string;
  readonly text: (row: T) => string | null;
  readonly render?: (row: T) => ReactNode;
  readonly align?: 'left' | 'right' | 'center';
  readonly width?: number | string;
  /** Pixels after which a long text goes on in the next line. */
  readonly maxWidth?: number;
  /** Values offered as a filter, with the words for them. */
  readonly filters?: readonly { readonly value: string; readonly label: string }[];
  /** What a filter compares with, where it is not `text`: the row stays if any of its values is chosen. */
  readonly filterValues?: (row: T) => readonly string[];
  readonly hiddenAtFirst?: boolean;
  readonly sortable?: boolean;
}

interface DataTableProps<T> {
  readonly rows: readonly T[];
  readonly columns: readonly DataColumn<T>[];
  readonly rowKey: (row: T) => string;
  readonly label: string;
  /** Opens the record; also by Enter. */
  readonly onOpen?: (row: T) => void;
  /** Name of the CSV file, without its ending. */
  readonly fileName: string;
  /** Keeps two tables of one page apart in the address. */
  readonly urlPrefix?: string;
  readonly empty?: ReactNode;
  readonly extra?: ReactNode;
  readonly loading?: boolean;
  readonly pageSize?: number;
}

const urlSchema = z.object({
  q: z.string().catch('').default(''),
  sort: z.string().catch('').default(''),
  filter: z.string().catch('').default(''),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

/** `role~ADMIN!state~OPEN,LOCKED` ⇄ chosen filter values by column. */
function parseFilter(text: string): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const part of text.split('!')) {
    const [key = '', values = ''] = part.split('~');
    if (key !== '' && values !== '') chosen[key] = values.split(',');
  }
  return chosen;
}

function writeFilter(chosen: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(chosen)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}~${values.join(',')}`)
    .join('!');
}

function compareText(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return isDecimal(a) && isDecimal(b)
    ? compareDecimal(a, b)
    : a.localeCompare(b, 'zh-Hans-CN', { numeric: true });
}

/**
 * A register: search, sorting, filters and page stand in the address; columns can be hidden; the rows that match
 * can be exported; ↑ ↓ move between rows and Enter opens one.
 */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const {
    rows,
    columns,
    rowKey,
    label,
    onOpen,
    fileName,
    urlPrefix = '',
    empty,
    extra,
    loading = false,
  } = props;
  const t = useText(sharedTexts);
  const [url, setUrl] = useUrlState(urlSchema, urlPrefix);
  const [hidden, setHidden] = useState<readonly string[]>(() =>
    columns.filter((column) => column.hiddenAtFirst).map(({ key }) => key),
  );
  const chosen = useMemo(() => parseFilter(url.filter), [url.filter]);
  const [sortKey = '', sortOrder] = url.sort.split(':');

  const matching = useMemo(() => {
    const words = url.q.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = rows.filter((row) => {
      const text = columns
        .map((column) => column.text(row) ?? '')
        .join('\n')
        .toLowerCase();
      return (
        words.every((word) => text.includes(word)) &&
        columns.every((column) => {
          const values = chosen[column.key];
          const own = column.filterValues?.(row) ?? [column.text(row) ?? ''];
          return !values || own.some((value) => values.includes(value));
        })
      );
    });
    const by = columns.find(({ key }) => key === sortKey);
    if (!by) return filtered;
    const sign = sortOrder === 'descend' ? -1 : 1;
    return [...filtered].sort((a, b) => sign * compareText(by.text(a), by.text(b)));
  }, [rows, columns, url.q, chosen, sortKey, sortOrder]);

  const visible = columns.filter(({ key }) => !hidden.includes(key));
  const antColumns = visible.map((column): TableColumnType<T> => ({
    key: column.key,
    title: column.title,
    align: column.align ?? 'left',
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.sortable === false
      ? {}
      : {
          sorter: true,
          sortOrder: column.key === sortKey ? (sortOrder === 'descend' ? 'descend' : 'ascend') : null,
        }),
    ...(column.filters
      ? {
          filters: column.filters.map(({ value, label: text }) => ({ value, text })),
          filteredValue: chosen[column.key] ?? null,
        }
      : {}),
    render: (_, row) => {
      const content = column.render?.(row) ?? column.text(row) ?? '—';
      return column.maxWidth === undefined ? (
        content
      ) : (
        <div style={{ maxWidth: column.maxWidth }}>{content}</div>
      );
    },
  }));
  const filtering = url.q !== '' || url.filter !== '';

  return (
    <section aria-label={label}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginBottom: 12, flexWrap: 'wrap' }}>
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={t('table.search')}
          aria-label={t('table.search')}
          value={url.q}
          onChange={(event) => setUrl({ q: event.target.value, page: 1 })}
          style={{ width: 240 }}
        />
        {extra}
        {filtering && (
          <Button type="text" size="small" onClick={() => setUrl({ q: '', filter: '', page: 1 })}>
            {t('table.clear')}
          </Button>
        )}
        <Space style={{ marginInlineStart: 'auto' }} size={4}>
          <Typography.Text type="secondary">{t('table.total', { count: matching.length })}</Typography.Text>
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
          <Tooltip title={t('table.export')}>
            <Button
              type="text"
              icon={<DownloadOutlined />}
              aria-label={t('table.export')}
              onClick={() => download(`${fileName}.csv`, csvOf(visible, matching))}
            />
          </Tooltip>
        </Space>
      </div>
      <Table<T>
        size="small"
        bordered={false}
        loading={loading}
        dataSource={matching}
        columns={antColumns}
        rowKey={rowKey}
        scroll={{ x: 'max-content' }}
        pagination={{
          current: url.page,
          pageSize: props.pageSize ?? 50,
          hideOnSinglePage: true,
          showSizeChanger: false,
        }}
        locale={{
          emptyText:
            filtering || !empty ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('table.noMatch')} />
            ) : (
              empty
            ),
        }}
        onChange={(pagination, filters, sorter, { action }) => {
          const single = Array.isArray(sorter) ? sorter[0] : sorter;
          const next: Record<string, string[]> = {};
          for (const [key, values] of Object.entries(filters)) if (values) next[key] = values.map(String);
          setUrl({
            page: action === 'paginate' ? (pagination.current ?? 1) : 1,
            sort: single?.order ? `${String(single.columnKey)}:${single.order}` : '',
            filter: writeFilter(next),
          });
        }}
        onRow={(row) =>
          onOpen
            ? {
                tabIndex: 0,
                style: { cursor: 'pointer' },
                onClick: () => onOpen(row),
                onKeyDown: (event: KeyboardEvent<HTMLElement>) => moveOrOpen(event, () => onOpen(row)),
              }
            : {}
        }
      />
    </section>
  );
}

function moveOrOpen(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const sibling =
    event.key === 'ArrowDown'
      ? event.currentTarget.nextElementSibling
      : event.key === 'ArrowUp'
        ? event.currentTarget.previousElementSibling
        : null;
  if (sibling instanceof HTMLElement && sibling.tabIndex === 0) {
    event.preventDefault();
    sibling.focus();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    open();
  }
}

function csvOf<T>(columns: readonly DataColumn<T>[], rows: readonly T[]): string {
  return toCsv(
    columns.map(({ title }) => title),
    rows.map((row) => columns.map((column) => column.text(row))),
  );
}

interface ColumnChoiceProps<T> {
  readonly columns: readonly DataColumn<T>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

function ColumnChoice<T>({ columns, hidden, onChange }: ColumnChoiceProps<T>) {
  const t = useText(sharedTexts);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('table.columns')}
      content={
        <Checkbox.Group
          style={{ display: 'grid', gap: 6 }}
          value={columns.map(({ key }) => key).filter((key) => !hidden.includes(key))}
          options={columns.map(({ key, title }, index) => ({
            value: key,
            label: title,
            disabled: index === 0,
          }))}
          onChange={(shown) => onChange(columns.map(({ key }) => key).filter((key) => !shown.includes(key)))}
        />
      }
    >
      <Button type="text" icon={<SettingOutlined />} aria-label={t('table.columns')} />
    </Popover>
  );
}
