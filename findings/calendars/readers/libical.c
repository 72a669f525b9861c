/* Prints what libical reads in an iCalendar file. A line is an event, as somebody sees it whose clock is that of TZ. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *line(char *s, size_t size, void *file) { return fgets(s, (int)size, file); }

static void clock_of(struct icaltimetype t, const char *end)
{
    icaltimezone *here = icaltimezone_get_builtin_timezone(getenv("TZ"));
    /* A time without a zone is one of the clock of whoever reads it. */
    struct icaltimetype local = t.zone ? icaltime_convert_to_zone(t, here) : t;
    printf("%04d-%02d-%02d %02d:%02d%s", local.year, local.month, local.day, local.hour, local.minute, end);
}

static const char *shown;

static void occurrence(icalcomponent *comp, struct icaltime_span *span, void *data)
{
    icaltimezone *utc = icaltimezone_get_utc_timezone();
    (void)comp;
    (void)data;
    clock_of(icaltime_from_timet_with_zone(span->start, 0, utc), "|");
    clock_of(icaltime_from_timet_with_zone(span->end, 0, utc), "|");
    printf("%s\n", shown);
}

int main(int argc, char **argv)
{
    FILE *in = fopen(argv[argc - 1], "r");
    icalparser *parser = icalparser_new();
    icalcomponent *root, *event;
    if (!in)
        return 1;
    icaltimezone_set_builtin_tzdata(0); /* of the machine */
    icalparser_set_gen_data(parser, in);
    root = icalparser_parse(parser, line);
    if (!root) {
        puts("error: no component is read");
        return 0;
    }
    for (event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
        const char *summary = icalcomponent_get_summary(event);
        shown = summary ? summary : "";
        if (icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY)) {
            icalcomponent_foreach_recurrence(event, icaltime_from_string("20260101T000000Z"), icaltime_from_string("20271231T000000Z"),
                                             occurrence, NULL);
            continue;
        }
        clock_of(icalcomponent_get_dtstart(event), "|");
        clock_of(icalcomponent_get_dtend(event), "|");
        printf("%s\n", shown);
    }
    icalcomponent_free(root);
    icalparser_free(parser);
    fclose(in);
    return 0;
}
