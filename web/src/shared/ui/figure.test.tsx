import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '@/test-app';
import { Figure } from './figure';

const total = { value: '9217295.618707', unit: 'tCO2' };
const trace = { enterpriseId: 'e1', inventoryId: 'i1', figureId: 'total' };

describe('Figure', () => {
  it('opens its trace when it was computed', async () => {
    const openTrace = vi.fn();
    renderInApp(<Figure quantity={total} trace={trace} scaled />, { openTrace });

    await userEvent.click(screen.getByRole('button', { name: '查看 9,217,295.618707 tCO₂ 的来历' }));

    expect(openTrace).toHaveBeenCalledWith(trace);
    expect(screen.getByRole('button')).toHaveTextContent('921.73万tCO₂');
  });

  it('tells the exact value on hover', async () => {
    renderInApp(<Figure quantity={total} />, { locale: 'en' });

    await userEvent.hover(screen.getByText('9,217,300'));

    expect(await screen.findByText('Exact value 9,217,295.618707 tCO₂')).toBeInTheDocument();
  });

  it('shows a dash with the reason where there is no value, and is no link', async () => {
    renderInApp(<Figure quantity={null} trace={trace} missingReason="本月未化验" />);

    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    await userEvent.hover(screen.getByText('—'));
    expect(await screen.findByText('本月未化验')).toBeInTheDocument();
  });

  it('shows zero as 0', () => {
    renderInApp(<Figure quantity={{ value: '0.000000', unit: 'tCO2' }} />);
    expect(screen.getByText('0')).toBeInTheDocument();
  });
});
