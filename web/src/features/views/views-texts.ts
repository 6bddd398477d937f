import en from '@/locales/en/views.json';
import zh from '@/locales/zh-CN/views.json';
import { defineTexts } from '@/shared/i18n/text';

export const viewsTexts = defineTexts(zh, en);
