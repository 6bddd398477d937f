import en from '@/locales/en/boundary.json';
import zh from '@/locales/zh-CN/boundary.json';
import { defineTexts } from '@/shared/i18n/text';

export const boundaryTexts = defineTexts(zh, en);
