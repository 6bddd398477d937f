import { Button, Card, Empty, Flex, Form, Input, Modal, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag } from '@/shared/ui/state-tag';
import { answerComment, commentReport, type CommentRequest } from '../api/act-on-report';
import { type Report } from '../api/get-reports';
import { reportTexts } from '../report-texts';
import { useReportChange } from './use-report-change';

type Comment = Report['comments'][number];

/** What the departments say, and the answers. */
export function ReviewTab({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const open = report.head.state === 'IN_REVIEW';
  return (
    <Flex vertical gap={12}>
      {open && may('REPORT_REVIEW') && (
        <div>
          <Button onClick={() => setAdding(true)}>{t('comment.add')}</Button>
        </div>
      )}
      {report.comments.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              {t('comment.none')}
              <br />
              {t('comment.none.text')}
            </>
          }
        />
      )}
      {report.comments.map((comment) => (
        <CommentCard key={comment.id} report={report} comment={comment} />
      ))}
      {adding && <AddComment report={report} onClose={() => setAdding(false)} />}
    </Flex>
  );
}

function CommentCard({ report, comment }: { readonly report: Report; readonly comment: Comment }) {
  const t = useText(reportTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const [answering, setAnswering] = useState(false);
  const [words, setWords] = useState('');
  const answer = useReportChange(
    (text: string) => answerComment(enterpriseId, report.head.id, comment.id, text),
    () => setAnswering(false),
  );
  const canAnswer = comment.answer === null && comment.verdict === 'REMARK' && may('REPORT_EDIT');
  return (
    <Card size="small">
      <Flex gap={8} align="center" wrap>
        <StateTag tone={comment.verdict === 'AGREE' ? 'good' : comment.answer ? 'neutral' : 'due'}>
          {t(`verdict.${comment.verdict}`)}
        </StateTag>
        <Typography.Text type="secondary">
          {t('comment.head', {
            department: comment.department,
            name: comment.by.name,
            time: formatInstant(comment.at),
            version: comment.version,
          })}
          {comment.place ? ` · ${comment.place}` : ''}
        </Typography.Text>
      </Flex>
      <p style={{ margin: '8px 0' }}>{comment.words}</p>
      {comment.answer && (
        <Typography.Text>
          {t('comment.answered', { name: comment.answeredBy?.name ?? '', words: comment.answer })}
        </Typography.Text>
      )}
      {canAnswer && !answering && (
        <Button size="small" onClick={() => setAnswering(true)}>
          {t('comment.answer')}
        </Button>
      )}
      {answering && (
        <Flex vertical gap={8}>
          <Input.TextArea
            aria-label={t('comment.answer')}
            rows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <ProblemAlert error={answer.error} />
          <Flex gap={8}>
            <Button
              type="primary"
              size="small"
              disabled={words.trim() === ''}
              loading={answer.isPending}
              onClick={() => answer.mutate(words.trim())}
            >
              {t('save')}
            </Button>
            <Button size="small" onClick={() => setAnswering(false)}>
              {t('cancel')}
            </Button>
          </Flex>
        </Flex>
      )}
    </Card>
  );
}

function AddComment({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const t = useText(reportTexts);
  const { enterpriseId } = useScope();
  const [form] = Form.useForm<CommentRequest>();
  const add = useReportChange(
    (request: CommentRequest) => commentReport(enterpriseId, report.head.id, request),
    onClose,
  );
  return (
    <Modal
      open
      title={t('comment.add')}
      okText={t('save')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<CommentRequest>
        form={form}
        layout="vertical"
        initialValues={{ verdict: 'AGREE' }}
        onFinish={(values) => add.mutate({ ...values, place: values.place?.trim() ? values.place : null })}
      >
        <Form.Item name="department" label={t('comment.department')} rules={[{ required: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="verdict" label={t('comment.verdict')}>
          <Radio.Group
            options={(['AGREE', 'REMARK'] as const).map((value) => ({ value, label: t(`verdict.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="place" label={t('comment.place')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="words" label={t('comment.words')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={add.error} />
    </Modal>
  );
}
