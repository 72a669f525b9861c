<?php
// Prints what sabre/vobject reads in an iCalendar file. A line is an event, as somebody sees it whose clock is that of TZ.
require 'Sabre/VObject/autoload.php';
date_default_timezone_set(getenv('TZ'));
error_reporting(E_ALL & ~E_DEPRECATED);

function clock($t) {
    return $t->setTimezone(new DateTimeZone(getenv('TZ')))->format('Y-m-d H:i');
}

try {
    $cal = Sabre\VObject\Reader::read(file_get_contents($argv[1]));
    $cal->expand(new DateTime('2026-01-01'), new DateTime('2027-12-31'));
    foreach ($cal->VEVENT as $event) {
        $start = $event->DTSTART->getDateTime();
        $end = isset($event->DTEND) ? $event->DTEND->getDateTime() : (clone $start)->add(Sabre\VObject\DateTimeParser::parseDuration((string) $event->DURATION));
        echo clock($start), '|', clock($end), '|', $event->SUMMARY, "\n";
    }
} catch (Throwable $e) {
    echo 'error: ', get_class($e), ': ', strtok($e->getMessage(), "\n"), "\n";
}
