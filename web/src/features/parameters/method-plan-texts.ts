import en from '@/locales/en/method-plan.json';
import zh from '@/locales/zh-CN/method-plan.json';
import { defineTexts } from '@/shared/i18n/text';

export const methodPlanTexts = defineTexts(zh, en);
