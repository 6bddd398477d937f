import en from '@/locales/en/evaluation.json';
import zh from '@/locales/zh-CN/evaluation.json';
import { defineTexts } from '@/shared/i18n/text';

export const evaluationTexts = defineTexts(zh, en);
