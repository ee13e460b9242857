/** What the holders' door decides without asking anybody: language, host, and what is wrong with a form. */
import { X509Certificate } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { refused } from '../../../../electron/contract/kernel/errors.ts';
import { makeAuthority, OfficeAuthority } from '../../../../electron/server/identity/office-authority.ts';
import { noticeOfFault } from '../../../../electron/server/web/fault-rules.ts';
import { emptyFaults, formAgain, refusalFaults } from '../../../../electron/server/web/form-rules.ts';
import { hostName, isAddress, isServedName } from '../../../../electron/server/web/host-rules.ts';
import { askedLanguage } from '../../../../electron/server/web/language-rules.ts';

let certificate: X509Certificate;

beforeAll(async () => {
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
  const names = ['bank.example', '*.cards.example', '10.0.0.5', '::1'];
  certificate = new X509Certificate((await authority.issueServer('office-1', names, Date.now())).certificate);
});

test.each([
  ['en-GB,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['fr,en;q=0.2', 'en'],
  ['en;q=0.4, zh;q=0.6', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
  ['en;q=much', 'zh-CN'],
  ['fr', 'zh-CN'],
  ['', 'zh-CN'],
  [undefined, 'zh-CN'],
])('a browser that asks for %s gets %s', (header, language) => {
  expect(askedLanguage(header)).toBe(language);
});

test.each([
  ['bank.example', true],
  ['bank.example:8443', true],
  ['BANK.example', true],
  ['www.cards.example', true],
  ['10.0.0.5:443', true],
  ['[::1]:443', true],
  ['10.0.0.6', false],
  ['bank.example.evil.example', false],
  ['office-1', false],
])('asked for as %s: served is %s', (host, isServed) => {
  expect(isServedName(certificate, hostName(host) ?? '')).toBe(isServed);
});

test.each(['', 'a b', 'a/b', 'a@b', 'a:b', '[10.0.0.5', undefined])('%j is no host', (header) => {
  expect(hostName(header)).toBeNull();
});

test.each([
  ['bank.example', false],
  ['10.0.0.5', true],
  ['::1', true],
])('%s is an address: %s', (name, isOne) => {
  expect(isAddress(name)).toBe(isOne);
});

test('what was left empty is told field by field, and no secret goes back', () => {
  const sent = { idNumber: ' ', name: '张伟', password: 'secret', code: '123456', operationId: 'x' };
  const faults = emptyFaults(sent, ['idNumber', 'name', 'phone']);
  expect(faults.map(({ field }) => field)).toEqual(['idNumber', 'phone']);
  expect(formAgain(sent, faults)).toEqual({ typed: { idNumber: ' ', name: '张伟' }, faults });
});

test('a refusal stands at its field where the form has it, else above the form', () => {
  const at = (error: Parameters<typeof refusalFaults>[0]) =>
    refusalFaults(error, ['idNumber', 'phone']).map(({ field }) => field);
  expect(at(refused('ID_NUMBER_INVALID').error)).toEqual(['idNumber']);
  expect(at(refused('NAME_INVALID').error)).toEqual([null]);
  expect(at(refused('INPUT_INVALID', { field: 'person.phone, person.idNumber' }).error)).toEqual(['idNumber', 'phone']);
  expect(at(refused('INPUT_INVALID', { field: 'codeId' }).error)).toEqual([null]);
});

test('a fault of the request has its own words, anything else is a fault of the program', () => {
  expect(noticeOfFault({ statusCode: 413 })).toEqual({ status: 413, named: 'too-large' });
  expect(noticeOfFault({ statusCode: 429 })).toEqual({ status: 429, named: 'too-often' });
  for (const error of [new Error('broken'), null, { statusCode: 'much' }, { statusCode: 500 }])
    expect(noticeOfFault(error)).toEqual({ status: 500, named: 'fault' });
});
