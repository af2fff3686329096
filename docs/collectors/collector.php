<?php
// A collector in one file, for PHP 8.1 and newer, without extensions or packages. Put it on your server; its address is the
// widget's `collector`: https://shop.example/collector.php. Each sign-up is a file in $folder, which must lie outside of what
// the server shows. docs/collectors.md says what it leaves out.
declare(strict_types=1);

$folder = getenv('HELLO_AGAIN_FOLDER') ?: __DIR__ . '/../sign-ups';
$origins = explode(',', getenv('HELLO_AGAIN_ORIGINS') ?: '*');
const MOST_BYTES = 64 * 1024;

/** Puts a new sign-up where you want it: a mail, a sheet, your platform's API. Subscribe only what `consents` grants. */
function handOn(array $submission): void {}

function answer(int $status, ?array $body = null): never {
    http_response_code($status);
    // PHP’s own is HTML, and with that no answer is a collector’s.
    header('content-type: application/json');
    if ($body !== null) echo json_encode($body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    exit;
}

function refuse(int $status, string ...$fields): never {
    answer($status, ['errors' => array_map(fn ($field) => ['field' => $field, 'code' => 'invalid'], $fields)]);
}

/** The least that has to hold. The whole schema is hello-again/schema/submission.v1.json. */
function wrongFields(mixed $body): array {
    $body = is_array($body) && !array_is_list($body) ? $body : [];
    $contact = $body['contact'] ?? null;
    $email = $contact['email'] ?? null;
    $phone = $contact['phone'] ?? null;
    $isHonest = function (mixed $consent) use ($email, $phone): bool {
        $to = $consent['to'] ?? null;
        $isTheirs = match ($consent['channel'] ?? null) {
            'email' => $to === $email,
            'sms' => $phone === null || $to === $phone,
            default => false,
        };
        return $isTheirs && ($consent['textHash'] ?? null) === 'sha256-' . hash('sha256', (string) ($consent['text'] ?? ''));
    };
    $consents = $body['consents'] ?? null;
    $is = fn (mixed $text, string $pattern) => is_string($text) && preg_match($pattern, $text) === 1;
    $rules = [
        'version' => ($body['version'] ?? null) === 1,
        'id' => $is($body['id'] ?? null, '/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/D'),
        'store' => $is($body['store'] ?? null, '/^.{1,100}$/Du'),
        'contact' => is_array($contact),
        'contact.email' => $email === null || $is($email, '/^[^@\s]+@[^@\s]+$/D'),
        'contact.phone' => $phone === null || $is($phone, '/^\+[1-9]\d{5,14}$/D'),
        'consents' => is_array($consents) && count($consents) <= 2 && array_filter($consents, $isHonest) === $consents,
        'identity' => is_array($body['identity']['identifiers'] ?? null),
        'widget' => is_array($body['widget'] ?? null),
    ];
    return array_keys(array_filter($rules, fn (bool $holds) => !$holds));
}

/** What a submission says. A retry differs by these two members alone. */
function saidIn(array $submission): string {
    unset($submission['sentAt'], $submission['widget']['unattended']);
    return hash('sha256', json_encode($submission));
}

$origin = $_SERVER['HTTP_ORIGIN'] ?? null;
if ($origin !== null && $origins !== ['*'] && !in_array($origin, $origins, true)) answer(403, ['title' => 'Not from here']);
header('access-control-allow-origin: ' . ($origins === ['*'] ? '*' : $origin));
header('access-control-allow-headers: content-type');
header('access-control-expose-headers: retry-after');
header('vary: origin');

if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') answer(204);
if ($_SERVER['REQUEST_METHOD'] !== 'POST') refuse(405, 'method');
if (($_SERVER['PATH_INFO'] ?? '') !== '') refuse(404, 'address');
if (!preg_match('#^application/json\s*(;|$)#i', $_SERVER['CONTENT_TYPE'] ?? '')) refuse(415, 'content-type');
$text = file_get_contents('php://input', length: MOST_BYTES + 1);
if (strlen($text) > MOST_BYTES) refuse(413, 'body');
$submission = json_decode($text, true);
if ($submission === null) refuse(400, 'body');
// The owner's notice asks whether anybody is here.
if (($submission['ping'] ?? null) === true) answer(204);
$wrong = wrongFields($submission);
if ($wrong) refuse(422, ...$wrong);

// Links are not verified here, so whose number it is cannot be told: the popup asks for the email.
$emails = array_filter($submission['identity']['identifiers'], fn ($identifier) => ($identifier['field'] ?? null) === 'email');
if (!isset($submission['contact']['email']) && !$emails) answer(409, ['ask' => 'email+phone']);

$isGranted = fn (string $channel) => (bool) array_filter(
    $submission['consents'],
    fn ($consent) => $consent['channel'] === $channel && ($consent['granted'] ?? false) === true,
);
$receipt = ['outcome' => 'accepted', 'subscribed' => ['email' => $isGranted('email'), 'sms' => $isGranted('sms')]];
$isTest = ($submission['test'] ?? false) === true;
$kept = ['said' => saidIn($submission), 'receipt' => $receipt] + ($isTest ? [] : ['submission' => $submission]);

if (!is_dir($folder)) mkdir($folder, 0700, true);
$path = "$folder/{$submission['id']}.json";
// Written apart and then linked: of two that come at one time one is kept, and it is whole.
$draft = tempnam($folder, 'draft');
file_put_contents($draft, json_encode($kept));
$isNew = @link($draft, $path);
unlink($draft);
if ($isNew) {
    if (!$isTest) handOn($submission);
    answer(200, $receipt);
}
$former = json_decode((string) file_get_contents($path), true);
if (!is_array($former)) {
    header('retry-after: 5');
    refuse(503, 'body');
}
$former['said'] === $kept['said'] ? answer(200, $former['receipt']) : refuse(422, 'id');
