/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Orders in which no two of a group are neighbours, drawn by counting instead of trying.
 *
 * Think of a line of group labels grown group by group. A line of N labels with b "bad" gaps
 * (between equal neighbours) takes a group of s by cutting the s labels into g runs, which can be
 * done in C(s-1, g-1) ways, and putting the runs into g different gaps of the N + 1 (both ends
 * are gaps): d of the bad ones and g - d of the others. The new line has b - d + s - g bad gaps.
 * So with F(i, b) the number of lines of the first i groups with b bad gaps,
 *
 *   F(i+1, b') = sum over b, d of F(i, b) C(s-1, g-1) C(b, d) C(N+1-b, g-d),  g = b - d + s - b'.
 *
 * F(all, 0) counts the lines wanted. The draw walks back from there, choosing b and d in
 * proportion to their terms, then builds the line forward, choosing cuts and gaps evenly, and
 * last shuffles the members of each group among its places. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-arrangement-private.h"

#include "lectern-natural-private.h"

#include <string.h>

/* How one group goes into the line. */
typedef struct
{
  guint bad_before;
  guint runs;
  guint in_bad_gaps;
} Insertion;

typedef struct
{
  const guint *sizes;
  guint        n_groups;
  guint        n;         /* all members */
  guint        width;     /* limbs of a number */
  LecternLimb *binomials; /* (n + 2) x (n + 2) */
  LecternLimb *counts;    /* F: (n_groups + 1) x (n + 1) */
  LecternLimb *scratch;   /* two numbers */
} Arrangement;

static LecternLimb *
get_binomial (const Arrangement *self,
              guint              n,
              guint              k)
{
  return self->binomials + ((gsize) n * (self->n + 2) + k) * self->width;
}

static LecternLimb *
get_count (const Arrangement *self,
           guint              groups,
           guint              bad)
{
  return self->counts + ((gsize) groups * (self->n + 1) + bad) * self->width;
}

static void
fill_binomials (Arrangement *self)
{
  for (guint n = 0; n <= self->n + 1; n++)
    {
      get_binomial (self, n, 0)[0] = 1;
      for (guint k = 1; k <= n; k++)
        {
          memcpy (get_binomial (self, n, k), get_binomial (self, n - 1, k - 1), self->width * sizeof (LecternLimb));
          if (k < n)
            lectern_natural_add (get_binomial (self, n, k), get_binomial (self, n - 1, k), self->width);
        }
    }
}

/* The term of F(group + 1, @bad_after) for one way of inserting; FALSE when it is 0. */
static gboolean
weigh (const Arrangement *self,
       guint              group,
       guint              length,
       const Insertion   *way,
       LecternLimb       *weight)
{
  guint in_good_gaps = way->runs - way->in_bad_gaps;

  if (in_good_gaps > length + 1 - way->bad_before)
    return FALSE;
  lectern_natural_multiply (weight,
                            get_binomial (self, self->sizes[group] - 1, way->runs - 1),
                            get_binomial (self, way->bad_before, way->in_bad_gaps),
                            self->width);
  lectern_natural_multiply (self->scratch,
                            weight,
                            get_binomial (self, length + 1 - way->bad_before, in_good_gaps),
                            self->width);
  lectern_natural_multiply (weight,
                            self->scratch,
                            get_count (self, group, way->bad_before),
                            self->width);
  return !lectern_natural_is_zero (weight, self->width);
}

/* Calls for every way into F(group + 1, @bad_after), in a fixed order: adds the terms to @total,
 * or, when @remainder is given, stops at the term it falls into and says so. */
static gboolean
walk_ways (const Arrangement *self,
           guint              group,
           guint              length,
           guint              bad_after,
           LecternLimb       *total,
           LecternLimb       *remainder,
           Insertion         *way)
{
  LecternLimb *weight = self->scratch + self->width;
  guint        size = self->sizes[group];

  for (guint bad = 0; bad <= length; bad++)
    {
      if (lectern_natural_is_zero (get_count (self, group, bad), self->width))
        continue;
      for (guint in_bad = 0; in_bad <= bad; in_bad++)
        {
          gint64 runs = (gint64) bad - in_bad + size - bad_after;

          if (runs < 1 || runs > size || runs < in_bad)
            continue;
          *way = (Insertion){ bad, (guint) runs, in_bad };
          if (!weigh (self, group, length, way, weight))
            continue;
          if (remainder == NULL)
            lectern_natural_add (total, weight, self->width);
          else if (lectern_natural_compare (remainder, weight, self->width) < 0)
            return TRUE;
          else
            lectern_natural_subtract (remainder, weight, self->width);
        }
    }
  return FALSE;
}

static void
fill_counts (Arrangement *self)
{
  guint length = 0;

  get_count (self, 0, 0)[0] = 1;
  for (guint group = 0; group < self->n_groups; group++)
    {
      gboolean  last = group + 1 == self->n_groups;
      guint     most = last ? 0 : length + self->sizes[group] - 1;
      Insertion way;

      for (guint bad = 0; bad <= most; bad++)
        walk_ways (self, group, length, bad, get_count (self, group + 1, bad), NULL, &way);
      length += self->sizes[group];
    }
}

/* Chooses the ways of all groups, from the last group back. */
static void
choose_ways (const Arrangement *self,
             LecternRandom     *random,
             Insertion         *ways)
{
  g_autofree LecternLimb *remainder = g_new (LecternLimb, self->width);
  guint                   length = self->n;
  guint                   bad = 0;

  for (guint group = self->n_groups; group-- > 0;)
    {
      gboolean found;

      length -= self->sizes[group];
      lectern_natural_random_below (remainder, random, get_count (self, group + 1, bad), self->width);
      found = walk_ways (self, group, length, bad, NULL, remainder, &ways[group]);
      g_assert (found);
      bad = ways[group].bad_before;
    }
}

/* Whether to take the next of @left things when @wanted of them are still to be taken. */
static gboolean
choose_next (LecternRandom *random,
             guint         *left,
             guint         *wanted)
{
  gboolean taken = lectern_random_below (random, *left) < *wanted;

  (*left)--;
  *wanted -= taken;
  return taken;
}

/* Cuts @size labels into @n_runs runs, every way equally likely. */
static void
choose_runs (LecternRandom *random,
             guint          size,
             guint          n_runs,
             guint         *runs)
{
  guint left = size - 1, wanted = n_runs - 1, run = 0;

  runs[0] = 1;
  while (left > 0)
    {
      if (choose_next (random, &left, &wanted))
        runs[++run] = 0;
      runs[run]++;
    }
}

/* Puts @group into @line, which holds @length labels of the groups before it. */
static void
insert_group (LecternRandom   *random,
              guint            group,
              guint            size,
              const Insertion *way,
              guint           *line,
              guint            length)
{
  g_autofree guint *grown = g_new (guint, length + size);
  g_autofree guint *runs = g_new (guint, way->runs);
  guint             bad_left = way->bad_before, bad_wanted = way->in_bad_gaps;
  guint             good_left = length + 1 - way->bad_before, good_wanted = way->runs - way->in_bad_gaps;
  guint             filled = 0, run = 0;

  choose_runs (random, size, way->runs, runs);
  for (guint gap = 0; gap <= length; gap++)
    {
      gboolean is_bad = gap > 0 && gap < length && line[gap - 1] == line[gap];

      if (is_bad ? choose_next (random, &bad_left, &bad_wanted) : choose_next (random, &good_left, &good_wanted))
        {
          for (guint i = 0; i < runs[run]; i++)
            grown[filled++] = group;
          run++;
        }
      if (gap < length)
        grown[filled++] = line[gap];
    }
  memcpy (line, grown, filled * sizeof *line);
}

/* Puts members in the place of labels: those of each group in an order drawn for them. */
static void
place_members (const Arrangement *self,
               LecternRandom     *random,
               guint             *line)
{
  g_autofree guint *members = g_new (guint, self->n);
  g_autofree guint *next = g_new (guint, self->n_groups);
  guint             first = 0;

  for (guint group = 0; group < self->n_groups; group++)
    {
      guint size = self->sizes[group];

      next[group] = first;
      for (guint i = 0; i < size; i++)
        members[first + i] = first + i;
      for (guint i = 0; i < size; i++)
        {
          guint drawn = first + i + lectern_random_below (random, size - i);
          guint member = members[drawn];

          members[drawn] = members[first + i];
          members[first + i] = member;
        }
      first += size;
    }
  for (guint i = 0; i < self->n; i++)
    line[i] = members[next[line[i]]++];
}

void
lectern_arrangement_draw (LecternRandom *random,
                          const guint   *sizes,
                          guint          n_groups,
                          guint         *order)
{
  g_autofree Insertion   *ways = g_new (Insertion, n_groups);
  g_autofree LecternLimb *binomials = NULL, *counts = NULL, *scratch = NULL;
  Arrangement             self = { .sizes = sizes, .n_groups = n_groups };
  guint                   length = 0;

  for (guint group = 0; group < n_groups; group++)
    self.n += sizes[group];
  /* No count exceeds n_groups^n, no binomial 2^(n+1). */
  self.width = (self.n + 2) * MAX (1, g_bit_storage (n_groups)) / 64 + 1;
  self.binomials = binomials = g_new0 (LecternLimb, (gsize) (self.n + 2) * (self.n + 2) * self.width);
  self.counts = counts = g_new0 (LecternLimb, (gsize) (n_groups + 1) * (self.n + 1) * self.width);
  self.scratch = scratch = g_new0 (LecternLimb, (gsize) 2 * self.width);

  fill_binomials (&self);
  fill_counts (&self);
  choose_ways (&self, random, ways);
  for (guint group = 0; group < n_groups; group++)
    {
      insert_group (random, group, sizes[group], &ways[group], order, length);
      length += sizes[group];
    }
  place_members (&self, random, order);
}
