import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Modal, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { apiBlob, apiPath } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { reportQuery, reportsQuery } from '../api/get-reports';
import { reportTexts } from '../report-texts';
import { ReportPreview } from './report-preview';

interface TemplatePreviewProps {
  readonly template: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** A report of the year on this template: as PDF where the server can make one, else its content. */
export function TemplatePreview({ template, onClose }: TemplatePreviewProps) {
  const t = useText(reportTexts);
  const pick = usePick();
  const { enterpriseId, year } = useScope();
  const reports = useQuery(reportsQuery(enterpriseId, year));
  const [chosen, setChosen] = useState<string | null>(null);
  const head = reports.data?.find(({ id }) => id === chosen) ?? reports.data?.[0];
  return (
    <Modal
      open
      width={960}
      title={`${t('templates.preview')}：${template.name}`}
      footer={null}
      onCancel={onClose}
    >
      <ProblemAlert error={reports.error} />
      {reports.isPending && <PageSkeleton />}
      {reports.data?.length === 0 && <Alert type="info" showIcon title={t('empty.title', { year })} />}
      {head && (
        <Flex vertical gap={12}>
          <Select
            aria-label={t('nav.title')}
            value={head.id}
            options={(reports.data ?? []).map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${pick(title)}`,
            }))}
            onChange={setChosen}
          />
          <Pages key={head.id} reportId={head.id} version={head.version} template={template.id} />
        </Flex>
      )}
    </Modal>
  );
}

function Pages(props: { readonly reportId: string; readonly version: number; readonly template: string }) {
  const { reportId, version, template } = props;
  const t = useText(reportTexts);
  const { enterpriseId } = useScope();
  const pdf = useQuery({
    queryKey: ['reports', enterpriseId, 'template-preview', reportId, version, template],
    queryFn: async () =>
      (
        await apiBlob(
          apiPath`/enterprises/${enterpriseId}/reports/${reportId}/versions/${String(version)}/report.pdf`,
          { query: { template } },
        )
      ).blob,
    retry: false,
  });
  const address = useMemo(() => (pdf.data ? URL.createObjectURL(pdf.data) : null), [pdf.data]);
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address);
    },
    [address],
  );
  if (pdf.isPending) return <PageSkeleton />;
  if (isProblem(pdf.error, 'report.no-converter')) {
    return (
      <>
        <ProblemAlert error={pdf.error} />
        <Content reportId={reportId} />
      </>
    );
  }
  if (pdf.error) return <ProblemAlert error={pdf.error} onRetry={() => void pdf.refetch()} />;
  return (
    <iframe
      title={t('templates.preview')}
      src={address ?? undefined}
      style={{ width: '100%', height: '70vh', border: '1px solid var(--th-border)' }}
    />
  );
}

function Content({ reportId }: { readonly reportId: string }) {
  const { enterpriseId } = useScope();
  const report = useQuery(reportQuery(enterpriseId, reportId, null));
  if (report.isPending) return <PageSkeleton />;
  if (report.error) return <ProblemAlert error={report.error} />;
  return <ReportPreview content={report.data.shown.content} target={null} />;
}
