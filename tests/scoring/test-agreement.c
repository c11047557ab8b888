/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges' statistics: what is not there when the marks do not give it, the largest figures, and
 * thousands of random juries against a second computation, written with fractions straight from the
 * textbooks' formulas: deviations from means, alpha from the items' variances, ranks counted. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-agreement.h"
#include "lectern-mark.h"
#include "lectern-rank.h"

#include <math.h>

#define ENTRIES_MAX 8u
#define JUDGES_MAX 6u
#define BILLION 1000000000

typedef __int128 Wide;

/* Denominator 0: no value. */
typedef struct
{
  Wide numerator;
  Wide denominator;
} Fraction;

typedef struct
{
  guint  n;
  guint  k;
  gint64 totals[ENTRIES_MAX * JUDGES_MAX];
} Jury;

static const int numbers[] = { 3, 1, 4, 15, 9, 2 };

static Fraction
fraction (Wide numerator,
          Wide denominator)
{
  Wide a = numerator < 0 ? -numerator : numerator, b = denominator < 0 ? -denominator : denominator;

  while (b != 0)
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  if (denominator < 0)
    a = -a;
  return denominator == 0 ? (Fraction){ 0, 0 } : (Fraction){ numerator / a, denominator / a };
}

static Fraction
plus (Fraction a,
      Fraction b)
{
  return fraction (a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

static Fraction
times (Fraction a,
       Fraction b)
{
  return fraction (a.numerator * b.numerator, a.denominator * b.denominator);
}

static Fraction
minus (Fraction a,
       Fraction b)
{
  return plus (a, times (fraction (-1, 1), b));
}

static Fraction
over (Fraction a,
      Fraction b)
{
  return fraction (a.numerator * b.denominator, a.denominator * b.numerator);
}

static Fraction
square (Fraction a)
{
  return times (a, a);
}

static Fraction
whole (Wide number)
{
  return fraction (number, 1);
}

static Fraction
mark_at (const Jury *jury,
         guint       i,
         guint       j)
{
  return whole (jury->totals[i * jury->k + j]);
}

static Fraction
mean_of_entry (const Jury *jury,
               guint       i)
{
  Fraction sum = { 0, 1 };

  for (guint j = 0; j < jury->k; j++)
    sum = plus (sum, mark_at (jury, i, j));
  return over (sum, whole (jury->k));
}

static Fraction
mean_of_judge (const Jury *jury,
               guint       j)
{
  Fraction sum = { 0, 1 };

  for (guint i = 0; i < jury->n; i++)
    sum = plus (sum, mark_at (jury, i, j));
  return over (sum, whole (jury->n));
}

static Fraction
mean_of_all (const Jury *jury)
{
  Fraction sum = { 0, 1 };

  for (guint j = 0; j < jury->k; j++)
    sum = plus (sum, mean_of_judge (jury, j));
  return over (sum, whole (jury->k));
}

/* Mean squares: between entries, between judges, of the rest. */
static Fraction
square_entries (const Jury *jury)
{
  Fraction sum = { 0, 1 };

  for (guint i = 0; i < jury->n; i++)
    sum = plus (sum, square (minus (mean_of_entry (jury, i), mean_of_all (jury))));
  return over (times (sum, whole (jury->k)), whole ((Wide) jury->n - 1));
}

static Fraction
square_judges (const Jury *jury)
{
  Fraction sum = { 0, 1 };

  for (guint j = 0; j < jury->k; j++)
    sum = plus (sum, square (minus (mean_of_judge (jury, j), mean_of_all (jury))));
  return over (times (sum, whole (jury->n)), whole ((Wide) jury->k - 1));
}

static Fraction
square_rest (const Jury *jury)
{
  Fraction sum = { 0, 1 }, all = mean_of_all (jury);

  for (guint i = 0; i < jury->n; i++)
    for (guint j = 0; j < jury->k; j++)
      {
        Fraction expected = minus (plus (mean_of_entry (jury, i), mean_of_judge (jury, j)), all);

        sum = plus (sum, square (minus (mark_at (jury, i, j), expected)));
      }
  return over (sum, whole (((Wide) jury->n - 1) * ((Wide) jury->k - 1)));
}

static Fraction
variance_of_judge (const Jury *jury,
                   guint       j)
{
  Fraction sum = { 0, 1 };

  for (guint i = 0; i < jury->n; i++)
    sum = plus (sum, square (minus (mark_at (jury, i, j), mean_of_judge (jury, j))));
  return over (sum, whole ((Wide) jury->n - 1));
}

/* Cronbach (1951): k / (k - 1) (1 - sum of the items' variances / variance of the sums). */
static Fraction
alpha_of (const Jury *jury)
{
  Fraction k = whole (jury->k), items = { 0, 1 }, sums;

  for (guint j = 0; j < jury->k; j++)
    items = plus (items, variance_of_judge (jury, j));
  sums = times (square_entries (jury), k); /* k^2 times the variance of the means */
  return times (over (k, minus (k, whole (1))), minus (whole (1), over (items, sums)));
}

/* The rank of @values[i] from 1: how many are below, and the middle of those that are equal. */
static Fraction
rank_in (const Fraction *values,
         guint           n,
         guint           i)
{
  guint below = 0, equal = 0;

  for (guint other = 0; other < n; other++)
    {
      Wide difference = minus (values[other], values[i]).numerator;

      below += difference < 0;
      equal += difference == 0;
    }
  return fraction (2 * below + equal + 1, 2);
}

static void
rank_all (const Fraction *values,
          guint           n,
          Fraction       *ranks)
{
  for (guint i = 0; i < n; i++)
    ranks[i] = rank_in (values, n, i);
}

static void
ranks_of_judge (const Jury *jury,
                guint       j,
                Fraction   *ranks)
{
  Fraction marks[ENTRIES_MAX];

  for (guint i = 0; i < jury->n; i++)
    marks[i] = mark_at (jury, i, j);
  rank_all (marks, jury->n, ranks);
}

/* t^3 - t of each group of t equals, as t^2 - 1 of each of its members. */
static Wide
ties_of_judge (const Jury *jury,
               guint       j)
{
  Wide ties = 0;

  for (guint i = 0; i < jury->n; i++)
    {
      Wide equal = 0;

      for (guint other = 0; other < jury->n; other++)
        equal += jury->totals[other * jury->k + j] == jury->totals[i * jury->k + j];
      ties += equal * equal - 1;
    }
  return ties;
}

static Fraction
kendall_of (const Jury *jury)
{
  Fraction sums[ENTRIES_MAX], ranks[ENTRIES_MAX], deviations = { 0, 1 };
  Fraction middle = fraction ((Wide) jury->k * (jury->n + 1), 2);
  Wide     n = jury->n, k = jury->k, ties = 0;

  for (guint i = 0; i < jury->n; i++)
    sums[i] = whole (0);
  for (guint j = 0; j < jury->k; j++)
    {
      ranks_of_judge (jury, j, ranks);
      ties += ties_of_judge (jury, j);
      for (guint i = 0; i < jury->n; i++)
        sums[i] = plus (sums[i], ranks[i]);
    }
  for (guint i = 0; i < jury->n; i++)
    deviations = plus (deviations, square (minus (sums[i], middle)));
  return over (times (whole (12), deviations), whole (k * k * (n * n * n - n) - k * ties));
}

/* The correlation's sign and square. */
static Fraction
consistency_of (const Jury *jury,
                guint       j,
                int        *sign)
{
  Fraction others[ENTRIES_MAX] = { { 0 } }, x[ENTRIES_MAX], y[ENTRIES_MAX];
  Fraction middle = fraction (jury->n + 1, 2), xx = { 0, 1 }, yy = { 0, 1 }, xy = { 0, 1 };

  for (guint i = 0; i < jury->n; i++)
    others[i] = over (minus (times (mean_of_entry (jury, i), whole (jury->k)), mark_at (jury, i, j)), whole ((Wide) jury->k - 1));
  ranks_of_judge (jury, j, x);
  rank_all (others, jury->n, y);
  for (guint i = 0; i < jury->n; i++)
    {
      xx = plus (xx, square (minus (x[i], middle)));
      yy = plus (yy, square (minus (y[i], middle)));
      xy = plus (xy, times (minus (x[i], middle), minus (y[i], middle)));
    }
  *sign = (xy.numerator > 0) - (xy.numerator < 0);
  return over (square (xy), times (xx, yy));
}

static Fraction
severity_of (const Jury *jury,
             guint       j)
{
  Fraction others = { 0, 1 };

  for (guint other = 0; other < jury->k; other++)
    if (other != j)
      others = plus (others, mean_of_judge (jury, other));
  return minus (mean_of_judge (jury, j), over (others, whole ((Wide) jury->k - 1)));
}

/* The nearest decimal of nine places: never more than half a unit away. */
static void
assert_rounded (LecternFigure figure,
                Fraction      exact)
{
  Wide distance;

  g_assert_cmpint (figure.state == LECTERN_FIGURE_KNOWN, ==, exact.denominator > 0);
  if (exact.denominator == 0)
    {
      g_assert_cmpint (figure.state, ==, LECTERN_FIGURE_NO_VARIATION);
      g_assert_cmpint (figure.billionths, ==, 0);
      return;
    }
  distance = 2 * ((Wide) figure.billionths * exact.denominator - exact.numerator * BILLION);
  g_assert_true (distance <= exact.denominator && -distance <= exact.denominator);
}

/* The same of a square root: (r - 1/2)^2 <= square <= (r + 1/2)^2, in units of @scale. */
static void
assert_rounded_root (LecternFigure figure,
                     Fraction      squared,
                     Wide          scale)
{
  Wide root = figure.billionths < 0 ? -(Wide) figure.billionths : figure.billionths;
  Wide four_squares;

  g_assert_cmpint (figure.state == LECTERN_FIGURE_KNOWN, ==, squared.denominator > 0);
  if (squared.denominator == 0)
    return;
  four_squares = 4 * scale * scale / squared.denominator * squared.numerator + 4 * scale * scale % squared.denominator * squared.numerator / squared.denominator;
  g_assert_true ((2 * root + 1) * (2 * root + 1) > four_squares);
  g_assert_true (root == 0 || (2 * root - 1) * (2 * root - 1) <= four_squares);
}

/* A variance that is estimated at nothing or less gives no correlation. */
static Fraction
over_variance (Fraction numerator,
               Fraction variance)
{
  return variance.numerator > 0 ? over (numerator, variance) : (Fraction){ 0, 0 };
}

static void
compare_shared (const Jury             *jury,
                const LecternAgreement *agreement)
{
  Fraction n = whole (jury->n), k = whole (jury->k), w = kendall_of (jury);
  Fraction entries = square_entries (jury), judges = square_judges (jury), rest = square_rest (jury);
  Fraction difference = minus (entries, rest), excess = over (minus (judges, rest), n);

  assert_rounded (agreement->kendall_w, w);
  assert_rounded (agreement->chi_square, times (times (k, minus (n, whole (1))), w));
  g_assert_cmpuint (agreement->df, ==, w.denominator > 0 ? jury->n - 1 : 0);
  assert_rounded (agreement->icc2_1, over_variance (difference, plus (plus (entries, times (minus (k, whole (1)), rest)), times (k, excess))));
  assert_rounded (agreement->icc2_k, over_variance (difference, plus (entries, excess)));
  assert_rounded (agreement->alpha, alpha_of (jury));
}

static void
compare_judge (const Jury                  *jury,
               const LecternAgreementJudge *judge,
               guint                        j)
{
  int      sign;
  Fraction squared = consistency_of (jury, j, &sign);
  Fraction points = fraction (1, LECTERN_MARK_UNIT);

  g_assert_cmpint (judge->judge, ==, numbers[j]);
  assert_rounded (judge->mean, times (points, mean_of_judge (jury, j)));
  assert_rounded (judge->severity, times (points, severity_of (jury, j)));
  assert_rounded_root (judge->spread, variance_of_judge (jury, j), BILLION / LECTERN_MARK_UNIT);
  assert_rounded_root (judge->consistency, squared, BILLION);
  g_assert_cmpint ((judge->consistency.billionths > 0) - (judge->consistency.billionths < 0), ==, squared.denominator == 0 ? 0 : sign);
}

static void
compare (const Jury *jury)
{
  g_autoptr (LecternAgreement) agreement = lectern_agreement_new (jury->totals, jury->n, numbers, jury->k, NULL, NULL);

  compare_shared (jury, agreement);
  for (guint j = 0; j < jury->k; j++)
    compare_judge (jury, &agreement->judges[j], j);
}

/* Narrow ranges make equals everywhere, wide ones none. */
static void
test_random (void)
{
  static const int ranges[] = { 1, 2, 3, 5, 30, 900 };
  guint            n_negative = 0, n_none = 0;

  for (guint turn = 0; turn < 6000; turn++)
    {
      Jury jury = { (guint) g_test_rand_int_range (2, ENTRIES_MAX + 1), (guint) g_test_rand_int_range (2, JUDGES_MAX + 1) };
      int  range = ranges[turn % G_N_ELEMENTS (ranges)];
      int  base = g_test_rand_int_range (0, 3) * 40;

      for (guint i = 0; i < jury.n * jury.k; i++)
        jury.totals[i] = base + g_test_rand_int_range (0, range);
      compare (&jury);
      n_negative += minus (square_entries (&jury), square_rest (&jury)).numerator < 0;
      n_none += square_entries (&jury).numerator == 0;
    }
  g_assert_cmpuint (n_negative, >, 500); /* the odd cases were among them */
  g_assert_cmpuint (n_none, >, 500);
}

/* Every jury of two or three entries and judges that marks 0, 1 or 2. */
static void
test_all_small (void)
{
  for (guint n = 2; n <= 3; n++)
    for (guint k = 2; k <= 3; k++)
      {
        Jury  jury = { n, k };
        guint number = 1;

        for (guint i = 0; i < n * k; i++)
          number *= 3;
        while (number-- > 0)
          {
            guint digits = number;

            for (guint i = 0; i < n * k; i++, digits /= 3)
              jury.totals[i] = digits % 3;
            compare (&jury);
          }
      }
}

/* A letter for each of W, chi-square, ICC(2,1), ICC(2,k), alpha, then of the first judge mean,
 * severity, spread, consistency: K known, e too few entries, j too few judges, v no variation,
 * r out of range. */
static char *
describe_states (const LecternAgreement *agreement)
{
  static const char letters[] = "Kejvr";
  LecternFigure     shared[] = { agreement->kendall_w, agreement->chi_square, agreement->icc2_1, agreement->icc2_k, agreement->alpha };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_string_append_c (text, letters[shared[i].state]);
      g_assert_true (shared[i].state == LECTERN_FIGURE_KNOWN || shared[i].billionths == 0);
    }
  if (agreement->n_judges > 0)
    g_string_append_printf (text, " %c%c%c%c",
                            letters[agreement->judges[0].mean.state],
                            letters[agreement->judges[0].severity.state],
                            letters[agreement->judges[0].spread.state],
                            letters[agreement->judges[0].consistency.state]);
  return g_strdup (text->str);
}

static void
test_states (void)
{
  static const struct
  {
    const char *name;
    guint       n, k;
    gint64      totals[9];
    const char *states;
  } rows[] = {
    { "nothing", 0, 0, { 0 }, "eeeee" },
    { "no entry", 0, 3, { 0 }, "eeeee eeee" },
    { "no judge", 3, 0, { 0 }, "jjjjj" },
    { "one of each", 1, 1, { 7 }, "eeeee Kjee" },
    { "one entry", 1, 3, { 7, 8, 9 }, "eeeee KKee" },
    { "one judge", 3, 1, { 7, 8, 9 }, "jjjjj KjKj" },
    { "all equal", 3, 3, { 5, 5, 5, 5, 5, 5, 5, 5, 5 }, "vvvvv KKKv" },
    { "judges differ, entries do not", 3, 2, { 5, 7, 5, 7, 5, 7 }, "vvKKv KKKv" },
    { "the first judge never differs", 3, 2, { 5, 7, 5, 8, 5, 9 }, "KKKKK KKKv" },
    { "the others never differ", 3, 2, { 7, 5, 8, 5, 9, 5 }, "KKKKK KKKv" },
    /* Opposite orders: the entries' means are equal, the estimated variance is none. */
    { "opposite, two by two", 2, 2, { 5, 6, 6, 5 }, "KKvvv KKKK" },
    { "opposite, three entries", 3, 2, { 5, 7, 6, 6, 7, 5 }, "KKKvv KKKK" },
    { "beyond the range", 2, 2, { 0, 0, 0, 16000000001 }, "rrrrr rrrr" },
    { "far beyond the range", 2, 2, { G_MININT64, 0, 0, G_MAXINT64 }, "rrrrr rrrr" },
    { "at its end", 2, 2, { 0, 0, 0, 16000000000 }, "KKKKK KKKv" },
    { "wherever it lies", 2, 2, { G_MAXINT64, G_MAXINT64 - 1, G_MAXINT64 - 1, G_MAXINT64 }, "KKvvv rKKK" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternAgreement) agreement = lectern_agreement_new (rows[i].totals, rows[i].n, numbers, rows[i].k, NULL, NULL);
      g_autofree char *states = describe_states (agreement);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (states, ==, rows[i].states);
      g_assert_cmpuint (agreement->n_entries, ==, rows[i].n);
      g_assert_cmpuint (agreement->n_judges, ==, rows[i].k);
    }
}

static void
test_too_large (void)
{
  g_autofree gint64 *totals = g_new0 (gint64, LECTERN_AGREEMENT_ENTRIES_MAX + 1);
  g_autofree int    *many = g_new0 (int, LECTERN_JUDGES_MAX + 1);
  g_autoptr (LecternAgreement) entries = lectern_agreement_new (totals, LECTERN_AGREEMENT_ENTRIES_MAX + 1, many, 1, NULL, NULL);
  g_autoptr (LecternAgreement) judges = lectern_agreement_new (totals, 2, many, LECTERN_JUDGES_MAX + 1, NULL, NULL);

  g_assert_cmpint (entries->alpha.state, ==, LECTERN_FIGURE_OUT_OF_RANGE);
  g_assert_cmpint (judges->judges[LECTERN_JUDGES_MAX].spread.state, ==, LECTERN_FIGURE_OUT_OF_RANGE);
}

/* Known by hand: half of the entries A higher, half of the judges A more generous, nothing else.
 * Then E is 0, W and alpha and every consistency are 1, and ICC(2,1) = B / (B + k J / n) =
 * n (k - 1) / (n (k - 1) + k (n - 1)). With the largest totals there are. */
static void
test_largest (void)
{
  const guint        n = 100000, k = LECTERN_JUDGES_MAX;
  const gint64       step = LECTERN_CRITERIA_MAX * LECTERN_MARK_MAX / 2;
  g_autofree gint64 *totals = g_new (gint64, (gsize) n * k);
  g_autofree int    *judges = g_new0 (int, k);
  g_autoptr (LecternAgreement) agreement = NULL;
  Fraction exact = fraction ((Wide) n * (k - 1), (Wide) n * (k - 1) + (Wide) k * (n - 1));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < k; j++)
      totals[(gsize) i * k + j] = step * (i % 2) + step * (j % 2);
  agreement = lectern_agreement_new (totals, n, judges, k, NULL, NULL);
  g_assert_cmpint (agreement->kendall_w.billionths, ==, BILLION);
  g_assert_cmpint (agreement->chi_square.billionths, ==, (gint64) k * (n - 1) * BILLION);
  g_assert_cmpuint (agreement->df, ==, n - 1);
  g_assert_cmpint (agreement->alpha.billionths, ==, BILLION);
  assert_rounded (agreement->icc2_1, exact);
  for (guint j = 0; j < k; j++)
    {
      const LecternAgreementJudge *judge = &agreement->judges[j];
      Wide                         half = (j % 2 == 0 ? -1 : 1) * (Wide) step;

      g_assert_cmpint (judge->consistency.billionths, ==, BILLION);
      assert_rounded (judge->severity, fraction (half * k / 2, (Wide) (k - 1) * LECTERN_MARK_UNIT));
      assert_rounded_root (judge->spread, fraction ((Wide) step * step / 4 * n, n - 1), BILLION / LECTERN_MARK_UNIT);
    }
}

/* No order in the marks at all, as far apart as they may be: the sums of squares are the largest. */
static void
test_largest_noise (void)
{
  const guint        n = 20000, k = LECTERN_JUDGES_MAX;
  const gint64       high = LECTERN_CRITERIA_MAX * LECTERN_MARK_MAX;
  g_autofree gint64 *totals = g_new (gint64, (gsize) n * k);
  g_autofree int    *judges = g_new0 (int, k);
  g_autoptr (LecternAgreement) agreement = NULL;
  long double between = 0, judging = 0, all = 0, mean = 0;

  for (gsize i = 0; i < (gsize) n * k; i++)
    {
      totals[i] = g_test_rand_bit () ? high : 0;
      mean += (long double) totals[i] / high / n / k;
    }
  agreement = lectern_agreement_new (totals, n, judges, k, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      long double sum = 0;

      for (guint j = 0; j < k; j++)
        {
          long double mark = (long double) totals[(gsize) i * k + j] / high;

          sum += mark;
          all += (mark - mean) * (mark - mean);
        }
      between += k * (sum / k - mean) * (sum / k - mean);
    }
  for (guint j = 0; j < k; j++)
    {
      long double sum = 0;

      for (guint i = 0; i < n; i++)
        sum += (long double) totals[(gsize) i * k + j] / high;
      judging += n * (sum / n - mean) * (sum / n - mean);
    }
  all = (all - between - judging) / ((long double) (n - 1) * (k - 1));
  between /= n - 1;
  judging /= k - 1;
  g_assert_true (fabsl ((between - all) / between * BILLION - agreement->alpha.billionths) < 1);
  g_assert_true (fabsl ((between - all) / (between + (k - 1) * all + k * (judging - all) / n) * BILLION - agreement->icc2_1.billionths) < 1);
  g_assert_true (fabsl ((between - all) / (between + (judging - all) / n) * BILLION - agreement->icc2_k.billionths) < 1);
}

/* Worked by hand. Two judges, three entries: 80 82 / 85 85 / 90 85.5 points. */
static void
test_by_hand (void)
{
  static const gint64 totals[] = { 80000, 82000, 85000, 85000, 90000, 85500 };
  static const guint  high[] = { 2, 1 }, low[] = { 0, 3 };
  static const int    judges[] = { 7, 2 };
  g_autoptr (LecternAgreement) agreement = lectern_agreement_new (totals, 3, judges, 2, high, low);
  const LecternAgreementJudge *first = &agreement->judges[0], *second = &agreement->judges[1];
  g_autofree char             *severity = lectern_figure_format (first->severity, 6);
  g_autofree char             *opposite = lectern_figure_format (second->severity, 6);
  g_autofree char             *mean = lectern_figure_format (second->mean, 6);

  g_assert_cmpint (first->judge, ==, 7);
  g_assert_cmpuint (first->dropped_high, ==, 2);
  g_assert_cmpuint (second->dropped_low, ==, 3);
  g_assert_cmpstr (mean, ==, "84.166667"); /* 252.5 / 3 */
  g_assert_cmpstr (severity, ==, "0.833333");
  g_assert_cmpstr (opposite, ==, "-0.833333");
  g_assert_cmpint (first->spread.billionths, ==, 5000000000);  /* sqrt ((25 + 0 + 25) / 2) */
  g_assert_cmpint (second->spread.billionths, ==, 1892969449); /* sqrt (43 / 12) */
  g_assert_cmpint (second->consistency.billionths, ==, BILLION);
  g_assert_cmpint (agreement->kendall_w.billionths, ==, BILLION);
  g_assert_cmpint (agreement->chi_square.billionths, ==, 4 * (gint64) BILLION);
}

static void
test_format (void)
{
  static const struct
  {
    gint64      billionths;
    guint       decimals;
    const char *text;
  } rows[] = {
    { 793939394, 9, "0.793939394" },
    { 793939394, 4, "0.7939" },
    { 793950000, 4, "0.7940" },
    { -793950000, 4, "-0.7940" },
    { -40, 3, "0.000" },
    { -500000000, 0, "-1" },
    { 499999999, 0, "0" },
    { 28581818182, 2, "28.58" },
    { 0, 9, "0.000000000" },
    { G_MININT64, 9, "-9223372036.854775808" },
  };
  LecternFigure none = { LECTERN_FIGURE_NO_VARIATION, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = lectern_figure_format ((LecternFigure){ LECTERN_FIGURE_KNOWN, rows[i].billionths }, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_null (lectern_figure_format (none, 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/agreement/states", test_states);
  g_test_add_func ("/scoring/agreement/too-large", test_too_large);
  g_test_add_func ("/scoring/agreement/by-hand", test_by_hand);
  g_test_add_func ("/scoring/agreement/format", test_format);
  g_test_add_func ("/scoring/agreement/all-small", test_all_small);
  g_test_add_func ("/scoring/agreement/random", test_random);
  g_test_add_func ("/scoring/agreement/largest", test_largest);
  g_test_add_func ("/scoring/agreement/largest-noise", test_largest_noise);
  return g_test_run ();
}
