import { CalculatorOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Card, Select } from 'antd';
import { Link } from 'react-router';
import { z } from 'zod';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Overview, type OverviewRun, overviewQuery } from '../api/get-overview';
import { KeyFigures } from '../components/key-figures';
import { MonthChart, ProcessChart, SourceChart, WaterfallChart } from '../components/home-charts';
import { ToDo } from '../components/to-do';
import { homeTexts } from '../home-texts';
import './home-page.css';

const urlSchema = z.object({ method: z.string().catch('').default('') });

/** The year to date: how much, from where, against last year, and what needs doing now. */
export function HomePage() {
  const t = useText(homeTexts);
  const pick = usePick();
  const { enterpriseId, enterprise, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const method = enterprise.methods.includes(url.method) ? url.method : null;
  const { data: overview } = useSuspenseQuery(overviewQuery(enterpriseId, year, method));
  return (
    <>
      <PageHeader
        title={t('title', { year: String(year) })}
        purpose={t('purpose')}
        actions={
          overview.methods.length > 1 && (
            <Select
              aria-label={t('method')}
              value={overview.method}
              options={overview.methods.map(({ id, number, title }) => ({
                value: id,
                label: number,
                title: pick(title),
              }))}
              onChange={(next) => setUrl({ method: next === overview.methods[0]?.id ? '' : (next ?? '') })}
              popupMatchSelectWidth={false}
              style={{ minWidth: 180 }}
            />
          )
        }
      />
      {overview.run ? <Year overview={overview} run={overview.run} /> : <NoRun overview={overview} />}
    </>
  );
}

function Year({ overview, run }: { overview: Overview; run: OverviewRun }) {
  return (
    <div className="th-home">
      <KeyFigures overview={overview} run={run} />
      <Card className="th-home-wide">
        <MonthChart run={run} />
      </Card>
      <ToDo overview={overview} />
      <Card className="th-home-half">
        <ProcessChart run={run} />
      </Card>
      <Card className="th-home-half">
        <SourceChart run={run} />
      </Card>
      {overview.change && overview.previous && (
        <Card className="th-home-full">
          <WaterfallChart overview={overview} />
        </Card>
      )}
    </div>
  );
}

/** A year without a result: what is there already, and the next step. */
function NoRun({ overview }: { overview: Overview }) {
  const t = useText(homeTexts);
  const may = useMay();
  const path = useScopePath();
  const { year } = useScope();
  const lines = overview.ledger.open + overview.ledger.confirmed + overview.ledger.locked;
  const step = lines === 0 ? 'imports/new' : 'inventories';
  const allowed = may(lines === 0 ? 'IMPORT_RUN' : 'INVENTORY_RUN');
  return (
    <Card>
      <EmptyState
        icon={<CalculatorOutlined />}
        title={t('none.title', { year: String(year) })}
        text={t(lines === 0 ? 'none.noLedger' : 'none.text', { count: lines })}
        clause="6.3.1"
        action={
          allowed && (
            <Link to={path(step)}>
              <Button type="primary">{t(lines === 0 ? 'none.import' : 'none.run')}</Button>
            </Link>
          )
        }
      />
    </Card>
  );
}
