import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useScope } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { type Report } from '../api/get-reports';
import { reportTexts } from '../report-texts';

/** Does something to a report and shows everything about it anew. */
export function useReportChange<T>(change: (input: T) => Promise<Report>, onDone: () => void) {
  const t = useText(reportTexts);
  const { enterpriseId } = useScope();
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['reports', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['approvals', enterpriseId] });
      void message.success(t('done'));
      onDone();
    },
  });
}
