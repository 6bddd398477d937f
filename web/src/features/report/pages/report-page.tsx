import { DownloadOutlined, DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Dropdown, Flex, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { ApprovalPanel } from '@/shared/approval/approval-panel';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert, ProblemList } from '@/shared/ui/problem-alert';
import { problemText } from '@/shared/ui/problem-text';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Report, reportQuery } from '../api/get-reports';
import { ArchiveTab } from '../components/archive-tab';
import { CompileDrawer } from '../components/compile-drawer';
import { HistoryTab } from '../components/history-tab';
import { NextStep } from '../components/next-step';
import { ReportPreview } from '../components/report-preview';
import { ReportStateTag } from '../components/report-state-tag';
import { ReviewTab } from '../components/review-tab';
import { VerificationTab } from '../components/verification-tab';
import { VersionsTab } from '../components/versions-tab';
import { approvalType } from '../model/report-plan';
import { reportTexts } from '../report-texts';

const TABS = [
  'preview',
  'checks',
  'review',
  'approval',
  'verification',
  'versions',
  'archive',
  'history',
] as const;
const urlSchema = z.object({
  tab: z.enum(TABS).catch('preview').default('preview'),
  version: z.coerce.number().int().min(0).catch(0).default(0),
  line: z.string().catch('').default(''),
});

const REVISABLE: readonly Report['head']['state'][] = ['DRAFT', 'IN_REVIEW', 'IN_VERIFICATION'];

/** One report: what it says, what stands against it, and its way to the archive. */
export function ReportPage() {
  const { reportId = '' } = useParams();
  const { enterpriseId } = useScope();
  const [url] = useUrlState(urlSchema);
  const report = useQuery(reportQuery(enterpriseId, reportId, url.version === 0 ? null : url.version));
  if (report.isPending) return <PageSkeleton />;
  if (report.error) return <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />;
  return <Record report={report.data} />;
}

function Record({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const pick = usePick();
  const may = useMay();
  const path = useScopePath();
  const [url, setUrl] = useUrlState(urlSchema);
  const [revising, setRevising] = useState(false);
  const { head, shown } = report;
  const labels: Record<(typeof TABS)[number], string> = {
    preview: t('tab.preview'),
    checks: t('tab.checks', { count: shown.findings.length }),
    review: t('tab.review', { count: report.comments.length }),
    approval: t('tab.approval'),
    verification: t('tab.verification', { count: report.findings.length }),
    versions: t('tab.versions', { count: report.versions.length }),
    archive: t('tab.archive'),
    history: t('tab.history'),
  };
  const content = {
    preview: <ReportPreview content={shown.content} target={url.line === '' ? null : url.line} />,
    checks: <Checks report={report} />,
    review: <ReviewTab report={report} />,
    approval: <ApprovalPanel subjectType={approvalType(head.kind)} subjectId={head.id} submit={false} />,
    verification: <VerificationTab report={report} />,
    versions: <VersionsTab report={report} />,
    archive: <ArchiveTab report={report} />,
    history: <HistoryTab report={report} />,
  };
  return (
    <>
      <PageHeader
        title={t('record.title', { title: pick(head.title), number: head.number })}
        purpose={t('record.purpose', {
          period: head.period,
          version: shown.version,
          name: head.createdBy.name,
          time: formatInstant(head.createdAt),
        })}
        state={<ReportStateTag state={head.state} />}
        actions={
          <Flex gap={8}>
            <DownloadMenu report={report} />
            {may('REPORT_EDIT') && REVISABLE.includes(head.state) && (
              <Button onClick={() => setRevising(true)}>{t('revise')}</Button>
            )}
            <NextStep report={report} />
          </Flex>
        }
      />
      <Flex vertical gap={12}>
        {shown.version !== head.version && (
          <Alert
            type="info"
            showIcon
            title={t('preview.version', { version: shown.version })}
            action={<Link to={path(`reports/${head.id}`)}>{t('preview.latest')}</Link>}
          />
        )}
        <Tabs
          activeKey={url.tab}
          onChange={(tab) => setUrl({ tab: tab as (typeof TABS)[number] })}
          items={TABS.map((key) => ({
            key,
            label: labels[key],
            children: url.tab === key ? content[key] : null,
          }))}
        />
      </Flex>
      {revising && <CompileDrawer revising={report} onClose={() => setRevising(false)} />}
    </>
  );
}

function Checks({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const { findings } = report.shown;
  if (findings.length === 0) {
    return <Alert type="success" showIcon title={t('checks.good')} description={t('checks.good.text')} />;
  }
  return <ProblemList problems={findings} />;
}

function DownloadMenu({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { message } = App.useApp();
  const { head, shown } = report;
  const save = async (ending: 'docx' | 'xlsx' | 'pdf' | 'zip') => {
    const file = ending === 'zip' ? 'evidence.zip' : `report.${ending}`;
    try {
      await saveFile(
        apiPath`/enterprises/${enterpriseId}/reports/${head.id}/versions/${String(shown.version)}/${file}`,
        `report-${head.number}-v${shown.version}.${ending}`,
      );
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  const kinds = [
    ...(['docx', 'xlsx'] as const),
    ...(report.canPdf ? (['pdf'] as const) : []),
    ...(head.kind === 'MONTHLY_EVIDENCE' ? (['zip'] as const) : []),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((kind) => ({
          key: kind,
          label: t(`download.${kind}`),
          onClick: () => void save(kind),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />}>
        {t('download')} <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}
