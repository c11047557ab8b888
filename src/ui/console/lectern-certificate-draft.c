/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The steps of an edited design. They are whole designs, small as they are, so that taking one back
 * can't leave anything behind. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-certificate-draft.h"

struct _LecternCertificateDraft
{
  GPtrArray *steps; /* LecternCertificateDesign, oldest first; never empty */
  guint      at;    /* the step that is now */
  char      *kept;  /* the text of what the contest keeps */
  char      *what;  /* the last step changed; NULL: the next one stands by itself */
};

LecternCertificateDraft *
lectern_certificate_draft_new (LecternCertificateDesign *design)
{
  g_return_val_if_fail (design != NULL, NULL);
  LecternCertificateDraft *self = g_new0 (LecternCertificateDraft, 1);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_certificate_design_free);
  self->kept = lectern_certificate_design_write (design);
  g_ptr_array_add (self->steps, design);
  return self;
}

void
lectern_certificate_draft_free (LecternCertificateDraft *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self->kept);
  g_free (self->what);
  g_free (self);
}

const LecternCertificateDesign *
lectern_certificate_draft_get_design (const LecternCertificateDraft *self)
{
  return g_ptr_array_index (self->steps, self->at);
}

static gboolean
is_same (const LecternCertificateDesign *a,
         const char                     *text)
{
  g_autofree char *own = lectern_certificate_design_write (a);
  return g_str_equal (own, text);
}

gboolean
lectern_certificate_draft_set (LecternCertificateDraft  *self,
                               LecternCertificateDesign *design,
                               const char               *what)
{
  g_autofree char *text = lectern_certificate_design_write (design);
  gboolean         goes_on = self->at > 0 && self->at + 1 == self->steps->len && what && g_strcmp0 (what, self->what) == 0;
  if (is_same (lectern_certificate_draft_get_design (self), text))
    {
      lectern_certificate_design_free (design);
      return FALSE;
    }
  g_ptr_array_set_size (self->steps, (int) self->at + (goes_on ? 0 : 1));
  g_ptr_array_add (self->steps, design);
  self->at = self->steps->len - 1;
  g_free (self->what);
  self->what = g_strdup (what);
  return TRUE;
}

void
lectern_certificate_draft_end_step (LecternCertificateDraft *self)
{
  g_clear_pointer (&self->what, g_free);
}

void
lectern_certificate_draft_drop_step (LecternCertificateDraft *self,
                                     const char              *what)
{
  if (self->at == 0 || self->at + 1 != self->steps->len || g_strcmp0 (what, self->what) != 0)
    return;
  g_ptr_array_set_size (self->steps, (int) self->at);
  self->at--;
  g_clear_pointer (&self->what, g_free);
}

gboolean
lectern_certificate_draft_can_undo (const LecternCertificateDraft *self)
{
  return self->at > 0;
}

gboolean
lectern_certificate_draft_can_redo (const LecternCertificateDraft *self)
{
  return self->at + 1 < self->steps->len;
}

static void
go (LecternCertificateDraft *self,
    int                      by)
{
  self->at = (guint) ((int) self->at + by);
  g_clear_pointer (&self->what, g_free);
}

void
lectern_certificate_draft_undo (LecternCertificateDraft *self)
{
  if (lectern_certificate_draft_can_undo (self))
    go (self, -1);
}

void
lectern_certificate_draft_redo (LecternCertificateDraft *self)
{
  if (lectern_certificate_draft_can_redo (self))
    go (self, 1);
}

gboolean
lectern_certificate_draft_is_changed (const LecternCertificateDraft *self)
{
  return !is_same (lectern_certificate_draft_get_design (self), self->kept);
}

void
lectern_certificate_draft_set_kept (LecternCertificateDraft  *self,
                                    LecternCertificateDesign *design)
{
  gboolean changed = lectern_certificate_draft_is_changed (self);
  g_free (self->kept);
  self->kept = lectern_certificate_design_write (design);
  if (changed)
    lectern_certificate_design_free (design);
  else
    lectern_certificate_draft_set (self, design, NULL);
}
