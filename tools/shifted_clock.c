/* The computer's clock, ahead by CLOCK_AHEAD seconds, for a process that loads this before the C library and for all
   that it starts. Only what tells the day is shifted: how long something takes, and how long it is waited for, is
   measured by other clocks (libfaketime shifts these too, and waiting then ends at once or never). */
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead;

__attribute__((constructor)) static void begin(void) {
    const char *said = getenv("CLOCK_AHEAD");
    ahead = said ? atoll(said) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
    int outcome = syscall(SYS_clock_gettime, clock, at);
    if (outcome == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += ahead;
    return outcome;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
    struct timespec now;
    (void)zone;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
