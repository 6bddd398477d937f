import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem, type ProblemItem } from '@/shared/api/problem';
import { renderInApp } from '@/test-app';
import { ProblemAlert } from './problem-alert';

function item(change: Partial<ProblemItem>): ProblemItem {
  return {
    code: 'x',
    severity: 'error',
    message: { zh: '单位不能换算', en: 'The unit does not convert' },
    ...change,
  };
}

describe('ProblemAlert', () => {
  it('shows nothing without an error', () => {
    renderInApp(<ProblemAlert error={null} />);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it("says the server's words and every problem with its place, errors first", () => {
    const problem = new ApiProblem(
      422,
      'import.rejected',
      { zh: '导入被退回', en: 'The import was rejected' },
      [
        item({
          severity: 'warning',
          message: { zh: '合计不等于各月之和', en: 'The total is not the sum' },
          row: 9,
        }),
        item({ sheet: '电力热力', cell: 'E9' }),
      ],
    );
    renderInApp(<ProblemAlert error={problem} />);

    expect(screen.getByText('导入被退回')).toBeInTheDocument();
    const lines = screen.getAllByRole('listitem');
    expect(lines[0]).toHaveTextContent('工作表 电力热力 · E9 单元格单位不能换算');
    expect(lines[1]).toHaveTextContent('第 9 行合计不等于各月之和');
    expect(within(lines[1] as HTMLElement).getByLabelText('提示')).toBeInTheDocument();
  });

  it('shows the first problems and the rest on demand', async () => {
    const many = Array.from({ length: 11 }, (_, index) => item({ cell: `B${index}` }));
    renderInApp(<ProblemAlert error={new ApiProblem(422, 'x', { zh: '退回', en: 'Rejected' }, many)} />, {
      locale: 'en',
    });

    expect(screen.getAllByRole('listitem')).toHaveLength(8);
    await userEvent.click(screen.getByRole('button', { name: '3 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(11);
  });

  it('says what to do when the line is down, and tries again', async () => {
    const retry = vi.fn();
    renderInApp(<ProblemAlert error={new ApiProblem(0, 'network', null)} onRetry={retry} />);

    expect(screen.getByText('连不上服务器')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('keeps what a failing server says about its insides to itself', () => {
    const problem = new ApiProblem(500, 'server', { zh: 'NullPointerException', en: 'NullPointerException' });
    renderInApp(<ProblemAlert error={problem} />, { locale: 'en' });
    expect(screen.getByText('The server could not complete this request')).toBeInTheDocument();
    expect(screen.queryByText(/NullPointer/)).not.toBeInTheDocument();
  });
});
