import { Button, Card, Descriptions, Empty, Flex, Form, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag } from '@/shared/ui/state-tag';
import {
  addFinding,
  concludeFinding,
  type Conclusion,
  correctFinding,
  type CorrectionRequest,
  type FindingRequest,
} from '../api/act-on-report';
import { type Report } from '../api/get-reports';
import { reportTexts } from '../report-texts';
import { useReportChange } from './use-report-change';

type Finding = Report['findings'][number];

const CLASSES = [
  'BASICS',
  'BOUNDARY',
  'METHOD',
  'DATA',
  'QUALITY_ASSURANCE',
  'CONTROL_PLAN',
  'ON_SITE',
  'OTHER',
] as const;
const CONCLUSIONS: readonly Conclusion[] = ['CONFORMING', 'NOT_CONFORMING', 'NOT_CORRECTED'];

/** The verifier's findings, the enterprise's corrections, and the conclusions. */
export function VerificationTab({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { state } = report.head;
  return (
    <Flex vertical gap={12}>
      {(state === 'SUBMITTED' || state === 'IN_VERIFICATION') && may('REPORT_VERIFY') && (
        <div>
          <Button onClick={() => setAdding(true)}>{t('finding.add')}</Button>
        </div>
      )}
      {report.findings.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              {t('finding.none')}
              <br />
              {t('finding.none.text')}
            </>
          }
        />
      )}
      {report.findings.map((finding) => (
        <FindingCard key={finding.id} report={report} finding={finding} />
      ))}
      {adding && <AddFinding report={report} onClose={() => setAdding(false)} />}
    </Flex>
  );
}

function FindingCard({ report, finding }: { readonly report: Report; readonly finding: Finding }) {
  const t = useText(reportTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const [correcting, setCorrecting] = useState(false);
  const conclude = useReportChange(
    (conclusion: Conclusion) => concludeFinding(enterpriseId, report.head.id, finding.id, conclusion),
    () => undefined,
  );
  const closed = report.head.state === 'FINAL' || report.head.state === 'ARCHIVED';
  return (
    <Card
      size="small"
      title={`${t('finding.title', { number: finding.number })} · ${t(`class.${finding.kind}`)}`}
      extra={
        <StateTag tone={finding.conclusion === 'CONFORMING' ? 'good' : 'due'}>
          {finding.conclusion ? t(`conclusion.${finding.conclusion}`) : t('conclusion.open')}
        </StateTag>
      }
    >
      <Flex vertical gap={8}>
        <Typography.Text>
          {finding.words}
          {finding.place ? `（${finding.place}）` : ''}
        </Typography.Text>
        <Typography.Text type="secondary">
          {finding.by.name} · {formatInstant(finding.at)}
        </Typography.Text>
        {finding.correction && (
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: 'cause', label: t('finding.cause'), children: finding.cause },
              {
                key: 'correction',
                label: t('finding.correction'),
                children: t('finding.corrected', {
                  name: finding.correctedBy?.name ?? '',
                  version: finding.correctedIn ?? '',
                  words: finding.correction,
                }),
              },
            ]}
          />
        )}
        {!closed && (
          <Flex gap={8} align="center">
            {may('REPORT_EDIT') && (
              <Button size="small" onClick={() => setCorrecting(true)}>
                {t('finding.correct')}
              </Button>
            )}
            {may('REPORT_VERIFY') && finding.correction && (
              <Select
                size="small"
                style={{ minWidth: 180 }}
                aria-label={t('finding.conclude')}
                placeholder={t('finding.conclude')}
                value={finding.conclusion}
                loading={conclude.isPending}
                options={CONCLUSIONS.map((value) => ({ value, label: t(`conclusion.${value}`) }))}
                onChange={(value) => conclude.mutate(value)}
              />
            )}
          </Flex>
        )}
        <ProblemAlert error={conclude.error} />
      </Flex>
      {correcting && <Correct report={report} finding={finding} onClose={() => setCorrecting(false)} />}
    </Card>
  );
}

function Correct(props: {
  readonly report: Report;
  readonly finding: Finding;
  readonly onClose: () => void;
}) {
  const { report, finding, onClose } = props;
  const t = useText(reportTexts);
  const { enterpriseId } = useScope();
  const [form] = Form.useForm<CorrectionRequest>();
  const correct = useReportChange(
    (request: CorrectionRequest) => correctFinding(enterpriseId, report.head.id, finding.id, request),
    onClose,
  );
  return (
    <Modal
      open
      title={t('finding.correct')}
      okText={t('save')}
      confirmLoading={correct.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<CorrectionRequest>
        form={form}
        layout="vertical"
        initialValues={{ cause: finding.cause ?? '', correction: finding.correction ?? '' }}
        onFinish={(values) => correct.mutate(values)}
      >
        <Form.Item name="cause" label={t('finding.cause')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="correction"
          label={t('finding.correction')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={correct.error} />
    </Modal>
  );
}

function AddFinding({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const t = useText(reportTexts);
  const { enterpriseId } = useScope();
  const [form] = Form.useForm<FindingRequest>();
  const add = useReportChange(
    (request: FindingRequest) => addFinding(enterpriseId, report.head.id, request),
    onClose,
  );
  return (
    <Modal
      open
      title={t('finding.add')}
      okText={t('save')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<FindingRequest>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'DATA' }}
        onFinish={(values) => add.mutate({ ...values, place: values.place?.trim() ? values.place : null })}
      >
        <Form.Item name="kind" label={t('finding.class')}>
          <Select options={CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))} />
        </Form.Item>
        <Form.Item name="place" label={t('comment.place')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="words" label={t('finding.words')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={add.error} />
    </Modal>
  );
}
