import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { importDirection } from './eslint-rules/import-direction.js';

const banned = [
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: import things by their name.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines the thing.' },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'No barrels: import from the file that defines the thing.',
  },
];
const untranslated = [
  { selector: 'Literal[value=/[\\u4e00-\\u9fff]/]', message: 'Texts for users live in src/locales.' },
  {
    selector: 'TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]',
    message: 'Texts for users live in src/locales.',
  },
  {
    selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]{3,}/]',
    message: 'Texts for users live in src/locales.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'generated'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'eslint-rules/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'react-hooks': reactHooks, tanheng: { rules: { 'import-direction': importDirection } } },
    rules: {
      'tanheng/import-direction': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...banned, ...untranslated],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'src/test-app.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...banned] },
  },
  {
    files: ['src/shared/format/unit.ts'],
    rules: { 'no-restricted-syntax': ['error', ...banned] },
  },
  {
    files: ['*.config.{ts,js}', 'eslint-rules/**'],
    languageOptions: { globals: { ...globals.node } },
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
