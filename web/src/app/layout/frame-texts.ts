import en from '@/locales/en/frame.json';
import zh from '@/locales/zh-CN/frame.json';
import { defineTexts } from '@/shared/i18n/text';

export const frameTexts = defineTexts(zh, en);
