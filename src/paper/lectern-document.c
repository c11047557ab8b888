/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A paper before it is painted. Nothing in it depends on the clock or the machine but the fonts:
 * the time of creation is told by the caller. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-document.h"

struct _LecternDocument
{
  LecternPaperFonts *fonts;
  GPtrArray         *pages;
  char              *language;
  char              *title;
  char              *author;
  gint64             created_us;
};

static void
document_free (gpointer data)
{
  LecternDocument *self = data;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->fonts, lectern_paper_fonts_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
}

LecternDocument *
lectern_document_new (LecternPaperFonts *fonts,
                      const char        *language)
{
  LecternDocument *self = g_atomic_rc_box_new0 (LecternDocument);

  self->fonts = lectern_paper_fonts_ref (fonts);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_page_unref);
  self->language = g_strdup (language);
  self->title = g_strdup ("");
  self->author = g_strdup ("");

  return self;
}

LecternDocument *
lectern_document_ref (LecternDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lectern_document_unref (LecternDocument *self)
{
  g_atomic_rc_box_release_full (self, document_free);
}

void
lectern_document_take_page (LecternDocument *self,
                            LecternPage     *page)
{
  g_ptr_array_add (self->pages, page);
}

guint
lectern_document_get_n_pages (const LecternDocument *self)
{
  return self->pages->len;
}

LecternPage *
lectern_document_get_page (const LecternDocument *self,
                           guint                  index)
{
  g_return_val_if_fail (index < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, index);
}

LecternPaperFonts *
lectern_document_get_fonts (const LecternDocument *self)
{
  return self->fonts;
}

const char *
lectern_document_get_language (const LecternDocument *self)
{
  return self->language;
}

const char *
lectern_document_get_title (const LecternDocument *self)
{
  return self->title;
}

void
lectern_document_set_title (LecternDocument *self,
                            const char      *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

const char *
lectern_document_get_author (const LecternDocument *self)
{
  return self->author;
}

void
lectern_document_set_author (LecternDocument *self,
                             const char      *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

gint64
lectern_document_get_created_us (const LecternDocument *self)
{
  return self->created_us;
}

void
lectern_document_set_created_us (LecternDocument *self,
                                 gint64           created_us)
{
  self->created_us = created_us;
}

typedef struct
{
  const LecternDocument *document;
  GError                *error;
} Check;

static void
check_page (LecternPage *page,
            gboolean     is_form,
            gpointer     data)
{
  Check                 *check = data;
  guint                  n_items;
  const LecternPageItem *items = lectern_page_get_items (page, &n_items);

  for (guint i = 0; i < n_items && check->error == NULL; i++)
    if (items[i].kind == LECTERN_ITEM_TEXT)
      lectern_paper_fonts_check (check->document->fonts,
                                 items[i].text.role,
                                 items[i].text.string,
                                 &check->error);
}

gboolean
lectern_document_check (const LecternDocument *self,
                        GError               **error)
{
  Check check = { self, NULL };

  lectern_document_foreach_page (self, 0, self->pages->len, check_page, &check);
  if (check.error == NULL)
    return TRUE;

  g_propagate_error (error, check.error);
  return FALSE;
}

void
lectern_document_foreach_page (const LecternDocument *self,
                               guint                  first,
                               guint                  n_pages,
                               LecternPageFunc        func,
                               gpointer               data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_if_fail (first + n_pages <= self->pages->len);

  for (guint i = first; i < first + n_pages; i++)
    {
      LecternPage *page = g_ptr_array_index (self->pages, i);
      LecternPage *form = lectern_page_get_form (page);

      if (form != NULL && g_hash_table_add (seen, form))
        func (form, TRUE, data);
      func (page, FALSE, data);
    }
}
