import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInApp, stubApi } from '@/test-app';
import { PlanItemDrawer } from './plan-item-drawer';

const name = { zh: '发电量', en: 'Electricity generated' };

const METHOD = {
  id: 'm@1',
  sources: [],
  production: {
    inputs: [
      {
        key: 'W_fd',
        name,
        units: ['MWh'],
        accepts: [],
        measures: ['GJ'],
        family: false,
        absentIsZero: false,
        negativeAllowed: false,
        hasDefault: false,
      },
    ],
  },
};

function open() {
  const asked = stubApi({
    'GET /methods/m@1': METHOD,
    'GET /enterprises/e1/units': { items: [] },
    'GET /factors': { items: [], nextCursor: null },
    'GET /enterprises/e1/own-factors': { items: [] },
  });
  renderInApp(
    <PlanItemDrawer method="m@1" item={null} items={[]} parameters={[]} onClose={() => undefined} />,
  );
  return asked;
}

describe('a new plan item', () => {
  it('asks for production data and is not kept without any value', async () => {
    const asked = open();

    await userEvent.click(await screen.findByText('设施的生产数据'));
    await userEvent.type(await screen.findByLabelText('名称'), '1#机组');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));

    expect(await screen.findByText('还没有任何输入指定了数据来源，不能保存')).toBeInTheDocument();
    expect(screen.getByText('发电量')).toBeInTheDocument();
    expect(asked.filter(({ request }) => request.startsWith('POST'))).toEqual([]);
  });
});
