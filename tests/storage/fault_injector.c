/* Loaded before the C library: the n-th call that writes below a folder fails, once or from then on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long countdown = 0;
static int failure = 0, lasting = 0;
static long seen = 0;
static char folder[4096];

void fault_arm(long at, int code, int stays, const char *below)
{
    countdown = at;
    failure = code;
    lasting = stays;
    seen = 0;
    strncpy(folder, below, sizeof folder - 1);
}

long fault_calls(void) { return seen; }

static int is_below(const char *path) { return folder[0] && strncmp(path, folder, strlen(folder)) == 0; }

static int fails(int below)
{
    if (!below || !failure) return 0;
    seen++;
    if (seen == countdown || (lasting && seen > countdown)) {
        errno = failure;
        return 1;
    }
    return 0;
}

static int fd_is_below(int fd)
{
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) { return fails(fd_is_below(fd)) ? -1 : NEXT(write)(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return fails(fd_is_below(fd)) ? -1 : NEXT(pwrite)(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return fails(fd_is_below(fd)) ? -1 : NEXT(pwrite64)(fd, data, size, at); }
int fsync(int fd) { return fails(fd_is_below(fd)) ? -1 : NEXT(fsync)(fd); }
int fdatasync(int fd) { return fails(fd_is_below(fd)) ? -1 : NEXT(fdatasync)(fd); }
int ftruncate64(int fd, off64_t size) { return fails(fd_is_below(fd)) ? -1 : NEXT(ftruncate64)(fd, size); }
int rename(const char *from, const char *to) { return fails(is_below(to)) ? -1 : NEXT(rename)(from, to); }
int link(const char *from, const char *to) { return fails(is_below(to)) ? -1 : NEXT(link)(from, to); }
