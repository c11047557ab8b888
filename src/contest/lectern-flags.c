/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which sheets lie far from the others: every criterion's marks and the totals of the counted
 * sheets of an entry, each against the middle of the rest. Computed from the sheets whenever
 * asked; only that somebody has looked is on record. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-flags.h"

#include "lectern-flag.h"

/* The counted sheets of one entry. */
typedef struct
{
  GPtrArray *sheets; /* borrowed LecternSheet */
  gint64    *values; /* room for one figure of each */
} Panel;

static void
panel_init (Panel              *panel,
            LecternContest     *contest,
            const LecternEntry *entry)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);

  panel->sheets = g_ptr_array_new ();
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternSheet *sheet = lectern_contest_get_counted_sheet (contest, entry, ((LecternJudge *) judges->pdata[i])->number);

      if (sheet != NULL)
        g_ptr_array_add (panel->sheets, (gpointer) sheet);
    }
  panel->values = g_new0 (gint64, panel->sheets->len + 1);
}

static void
panel_clear (Panel *panel)
{
  g_ptr_array_unref (panel->sheets);
  g_free (panel->values);
}

static const LecternCriterion *
find_far_criterion (Panel          *panel,
                    LecternContest *contest,
                    guint           index)
{
  GPtrArray *criteria = lectern_contest_get_criteria (contest);
  gint64     difference = lectern_contest_get_rules (contest)->flag_mark;

  for (guint c = 0; c < criteria->len; c++)
    {
      const LecternCriterion *criterion = criteria->pdata[c];

      for (guint i = 0; i < panel->sheets->len; i++)
        panel->values[i] = lectern_contest_get_mark (contest, panel->sheets->pdata[i], criterion->key);
      if (lectern_is_far (panel->values, panel->sheets->len, index, difference))
        return criterion;
    }
  return NULL;
}

static gboolean
is_total_far (Panel          *panel,
              LecternContest *contest,
              guint           index)
{
  for (guint i = 0; i < panel->sheets->len; i++)
    panel->values[i] = ((LecternSheet *) panel->sheets->pdata[i])->total;
  return lectern_is_far (panel->values, panel->sheets->len, index, lectern_contest_get_rules (contest)->flag_total);
}

static gboolean
panel_read_flag (Panel              *panel,
                 LecternContest     *contest,
                 const LecternEntry *entry,
                 guint               index,
                 LecternFlag        *flag)
{
  const LecternSheet   *sheet = panel->sheets->pdata[index];
  const LecternFlagSeen key = { .record.table = &lectern_table_flag_seen, .round = sheet->round, .nominee = sheet->nominee, .judge = sheet->judge, .version = sheet->version };

  *flag = (LecternFlag){ entry, sheet->judge, sheet->version, FALSE, NULL, FALSE };
  flag->total = is_total_far (panel, contest, index);
  flag->criterion = find_far_criterion (panel, contest, index);
  flag->seen = lectern_contest_find (contest, &key) != NULL;
  return flag->total || flag->criterion != NULL;
}

static void
add_entry (GArray             *flags,
           LecternContest     *contest,
           const LecternEntry *entry)
{
  Panel panel;

  panel_init (&panel, contest, entry);
  for (guint i = 0; i < panel.sheets->len; i++)
    {
      LecternFlag flag;

      if (panel_read_flag (&panel, contest, entry, i, &flag))
        g_array_append_val (flags, flag);
    }
  panel_clear (&panel);
}

static gboolean
are_wanted (LecternContest *contest)
{
  const LecternRules *rules = lectern_contest_get_rules (contest);

  return rules != NULL && (rules->flag_mark != LECTERN_NONE || rules->flag_total != LECTERN_NONE);
}

GArray *
lectern_flags_list (LecternContest *contest,
                    const char     *round)
{
  GArray *flags = g_array_new (FALSE, FALSE, sizeof (LecternFlag));
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), flags);

  if (!are_wanted (contest))
    return flags;
  entries = lectern_contest_list_entries (contest, round);
  for (guint i = 0; i < entries->len; i++)
    add_entry (flags, contest, entries->pdata[i]);
  return flags;
}

gboolean
lectern_flags_find (LecternContest     *contest,
                    const LecternEntry *entry,
                    gint64              judge,
                    LecternFlag        *flag)
{
  Panel    panel;
  gboolean found = FALSE;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest) && entry != NULL && flag != NULL, FALSE);

  panel_init (&panel, contest, entry);
  for (guint i = 0; i < panel.sheets->len && !found; i++)
    if (((LecternSheet *) panel.sheets->pdata[i])->judge == judge)
      found = panel_read_flag (&panel, contest, entry, i, flag);
  panel_clear (&panel);
  return found;
}

guint
lectern_flags_count_unseen (LecternContest     *contest,
                            const LecternEntry *entry)
{
  g_autoptr (GArray) flags = g_array_new (FALSE, FALSE, sizeof (LecternFlag));
  guint n = 0;

  if (!are_wanted (contest))
    return 0;
  add_entry (flags, contest, entry);
  for (guint i = 0; i < flags->len; i++)
    n += !g_array_index (flags, LecternFlag, i).seen;
  return n;
}
