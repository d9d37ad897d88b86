import { embedded, type Rule, token } from './rule.ts';

/** Tokens for mail, chat and telephony, webhook addresses, and URLs with a password. */
export const MESSAGING: readonly Rule[] = [
  token('twilio/API_KEY', 'SK', 'SK[0-9a-f]{32}'),
  token('mailgun/API_KEY', 'key-', 'key-[0-9a-f]{32}'),
  token('mailgun/SIGNED_KEY', '-', '[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}'),
  token('mailchimp/API_KEY', '-us', '[0-9a-f]{32}-us\\d{1,2}'),
  token('mailchimp/TRANSACTIONAL_KEY', 'md-', 'md-[\\w-]{22}'),
  token('brevo/API_KEY', 'xkeysib-', 'xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}'),
  token('resend/API_KEY', 're_', 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}'),
  token('telegram/BOT_TOKEN', ':AA', '\\d{8,10}:AA[\\w-]{33}'),
  token('discord/BOT_TOKEN', '.', '[MNO][A-Za-z\\d]{23,25}\\.[\\w-]{6}\\.[\\w-]{27,38}'),
  token('slack/SLACK_TOKEN', 'x', 'xapp-\\d-[A-Z0-9]{9,}-\\d+-[0-9a-f]{32,}|xoxe(?:\\.xox[bp])?-\\d-[A-Za-z0-9]{100,}'),
  embedded(
    'discord/WEBHOOK',
    '/api/webhooks/',
    'https://(?:\\w+\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[\\w-]{60,}',
  ),
  embedded(
    'teams/WEBHOOK',
    '/webhook',
    'https://[\\w.-]*\\.?office(?:365)?\\.com/webhook(?:b2)?/[0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}[\\w/-]*',
  ),
  embedded(
    'googlechat/WEBHOOK',
    'chat.googleapis.com',
    'https://chat\\.googleapis\\.com/v1/spaces/[\\w-]+/messages\\?key=[\\w-]{20,}&token=[\\w%-]{20,}',
  ),
  embedded('zapier/WEBHOOK', 'hooks.zapier.com', 'https://hooks\\.zapier\\.com/hooks/catch/\\d{4,}/[a-z0-9]{6,}'),
  embedded(
    'generic/URL_PASSWORD',
    '://',
    '\\b(?:rediss?|amqps?|ftps?|sftp|smtps?|imaps?|ldaps?|mssql|sqlserver|mariadb|nats|mqtts?|wss?|ssh)://[^\\s:@/"\'<>{}]{0,64}:(?<secret>[^\\s@/"\'<>{}]{3,128})@[\\w.-]+',
  ),
  embedded(
    'generic/CONNECTION_STRING',
    'assword=',
    '(?<=(?:[Ss]erver|[Dd]ata [Ss]ource|[Hh]ost|jdbc:\\w+)[^"\'\\n]{3,200}[Pp]assword=)(?<secret>[^;&\\s"\'{}<>]{4,128})',
  ),
];
