/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The painter to paper: libharu keeps the objects, numbers them and writes the file. A form is a form
 * XObject, so what certificates share is in the file once. A page is an object of two numbers that
 * writes itself, because libharu's own pages keep 8 KB each until the end. libharu is given no error
 * handler, so it never leaves by a jump: after each part its error is asked for and becomes a
 * GError. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-config.h"
#include "lectern-paper-pdf.h"

#include "lectern-pdf-content.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Pages on one node of the page tree. */
#define PAGES_PER_NODE 1000

struct _LecternPdfWriter
{
  LecternDocument *document;
  GPtrArray       *fonts;    /* LecternPdfFont */
  GPtrArray       *pictures; /* LecternPdfPicture */
  GHashTable      *forms;    /* LecternPage → its content, deflated */
  GZlibCompressor *deflater;
};

/* One file while it is made. */
typedef struct
{
  LecternPdfWriter *writer;
  HPDF_Doc          pdf;
  HPDF_Dict         fonts;     /* resource dictionary of fonts, shared */
  HPDF_Dict         resources; /* of all pages */
  HPDF_Dict         forms;     /* its XObjects, NULL until there is one */
  HPDF_Dict         pictures;  /* XObjects of forms, NULL when there is no picture */
  GHashTable       *names;     /* form → its number */
  HPDF_Pages        node;      /* of the page tree, the one being filled */
  guint             n_pages;   /* so far */
  HPDF_STATUS       status;
} Job;

/* A page of one file. */
typedef struct
{
  LecternPdfWriter *writer;
  LecternPage      *page;
  guint             form;                        /* number, 0: none */
  guint             parent, resources, contents; /* numbers of objects */
} Sheet;

typedef struct
{
  LecternPaperFonts *fonts;
  GHashTable        *used; /* face → set of gunichar */
} Collection;

static void
collect_page (LecternPage *page,
              gboolean     is_form,
              gpointer     data)
{
  Collection            *collection = data;
  guint                  n_items;
  const LecternPageItem *items = lectern_page_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].kind != LECTERN_ITEM_TEXT)
        continue;

      for (const char *p = items[i].text.string; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar            character = g_utf8_get_char (p);
          const LecternGlyph *glyph = lectern_paper_fonts_lookup (collection->fonts, items[i].text.role, character);
          GHashTable         *set = g_hash_table_lookup (collection->used, glyph->face);

          if (set == NULL)
            {
              set = g_hash_table_new (NULL, NULL);
              g_hash_table_insert (collection->used, glyph->face, set);
            }
          g_hash_table_add (set, GUINT_TO_POINTER (character));
        }
    }
}

static void
collect_pictures (LecternPage *page,
                  gboolean     is_form,
                  gpointer     data)
{
  GPtrArray             *pixbufs = data;
  guint                  n_items;
  const LecternPageItem *items = lectern_page_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == LECTERN_ITEM_PICTURE && !g_ptr_array_find (pixbufs, items[i].picture.pixbuf, NULL))
      g_ptr_array_add (pixbufs, items[i].picture.pixbuf);
}

static gboolean
encode_pictures (LecternPdfWriter *self,
                 GError          **error)
{
  g_autoptr (GPtrArray) pixbufs = g_ptr_array_new ();

  lectern_document_foreach_page (self->document, 0, lectern_document_get_n_pages (self->document), collect_pictures, pixbufs);
  for (guint i = 0; i < pixbufs->len; i++)
    {
      LecternPdfPicture *picture = lectern_pdf_picture_new (pixbufs->pdata[i], i + 1, self->deflater, error);

      if (picture == NULL)
        return FALSE;
      g_ptr_array_add (self->pictures, picture);
    }

  return TRUE;
}

/* In the order of their names, so the file does not depend on addresses. */
static int
compare_fonts (gconstpointer a,
               gconstpointer b)
{
  const LecternPdfFont *left = *(const LecternPdfFont *const *) a;
  const LecternPdfFont *right = *(const LecternPdfFont *const *) b;

  return strcmp (left->subset->name, right->subset->name);
}

static gboolean
cut_fonts (LecternPdfWriter *self,
           GError          **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  Collection     collection = { lectern_document_get_fonts (self->document), used };
  GHashTableIter iter;
  gpointer       face;
  gpointer       set;

  lectern_document_foreach_page (self->document, 0, lectern_document_get_n_pages (self->document), collect_page, &collection);
  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &face, &set))
    {
      LecternFontSubset *subset = lectern_font_subset_new (face, set, error);

      if (subset == NULL)
        return FALSE;
      g_ptr_array_add (self->fonts, lectern_pdf_font_new (face, subset, self->deflater));
    }

  g_ptr_array_sort (self->fonts, compare_fonts);
  for (guint i = 0; i < self->fonts->len; i++)
    {
      LecternPdfFont *font = g_ptr_array_index (self->fonts, i);

      g_snprintf (font->name, sizeof font->name, "F%u", i + 1);
    }

  return TRUE;
}

LecternPdfWriter *
lectern_pdf_writer_new (LecternDocument *document,
                        GError         **error)
{
  g_autoptr (LecternPdfWriter) self = NULL;

  if (!lectern_document_check (document, error))
    return NULL;

  self = g_new0 (LecternPdfWriter, 1);
  self->document = lectern_document_ref (document);
  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_pdf_font_free);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_pdf_picture_free);
  self->forms = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  self->deflater = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  if (!cut_fonts (self, error) || !encode_pictures (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
lectern_pdf_writer_free (LecternPdfWriter *self)
{
  g_clear_object (&self->deflater);
  g_clear_pointer (&self->forms, g_hash_table_unref);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->fonts, g_ptr_array_unref);
  g_clear_pointer (&self->document, lectern_document_unref);
  g_free (self);
}

static void
set_text (Job        *job,
          HPDF_Dict   dict,
          const char *key,
          const char *text)
{
  g_autoptr (GByteArray) bytes = lectern_pdf_encode_text (text);

  if (*text != '\0')
    job->status += HPDF_Dict_Add (dict, key, HPDF_Binary_New (job->pdf->mmgr, bytes->data, bytes->len));
}

static void
set_dates (Job   *job,
           gint64 created_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (created_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  gint64    offset = g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE;
  HPDF_Date date = {
    g_date_time_get_year (local),
    g_date_time_get_month (local),
    g_date_time_get_day_of_month (local),
    g_date_time_get_hour (local),
    g_date_time_get_minute (local),
    g_date_time_get_second (local),
    offset < 0 ? '-' : '+',
    (int) (ABS (offset) / 60),
    (int) (ABS (offset) % 60),
  };

  job->status += HPDF_SetInfoDateAttr (job->pdf, HPDF_INFO_CREATION_DATE, date);
  job->status += HPDF_SetInfoDateAttr (job->pdf, HPDF_INFO_MOD_DATE, date);
}

static void
set_metadata (Job *job)
{
  LecternDocument *document = job->writer->document;
  gboolean         english = g_str_equal (lectern_document_get_language (document), "en");

  job->status += HPDF_SetInfoAttr (job->pdf, HPDF_INFO_CREATOR, "Lectern " LECTERN_VERSION);
  set_text (job, job->pdf->info, "Title", lectern_document_get_title (document));
  set_text (job, job->pdf->info, "Author", lectern_document_get_author (document));
  if (lectern_document_get_created_us (document) > 0)
    set_dates (job, lectern_document_get_created_us (document));
  job->status += HPDF_Dict_Add (job->pdf->catalog, "Lang", HPDF_String_New (job->pdf->mmgr, english ? "en" : "zh-CN", NULL));
}

static void
set_resources (Job *job)
{
  HPDF_MMgr mmgr = job->pdf->mmgr;

  job->fonts = HPDF_Dict_New (mmgr);
  job->resources = HPDF_Dict_New (mmgr);
  job->status += HPDF_Xref_Add (job->pdf->xref, job->fonts);
  job->status += HPDF_Xref_Add (job->pdf->xref, job->resources);
  job->status += HPDF_Dict_Add (job->resources, "Font", job->fonts);
  for (guint i = 0; i < job->writer->fonts->len; i++)
    {
      const LecternPdfFont *font = g_ptr_array_index (job->writer->fonts, i);

      job->status += HPDF_Dict_Add (job->fonts, font->name, lectern_pdf_font_add (font, job->pdf));
    }
}

/* Pages call forms and pictures alike, forms only pictures. */
static void
set_pictures (Job *job)
{
  HPDF_MMgr mmgr = job->pdf->mmgr;

  if (job->writer->pictures->len == 0)
    return;

  job->pictures = HPDF_Dict_New (mmgr);
  job->forms = HPDF_Dict_New (mmgr);
  job->status += HPDF_Xref_Add (job->pdf->xref, job->pictures);
  job->status += HPDF_Dict_Add (job->resources, "XObject", job->forms);
  for (guint i = 0; i < job->writer->pictures->len; i++)
    {
      const LecternPdfPicture *picture = g_ptr_array_index (job->writer->pictures, i);
      HPDF_Dict                image = lectern_pdf_picture_add (picture, job->pdf);

      job->status += image != NULL ? HPDF_Dict_Add (job->pictures, picture->name, image) : HPDF_FAILD_TO_ALLOC_MEM;
      job->status += image != NULL ? HPDF_Dict_Add (job->forms, picture->name, image) : HPDF_FAILD_TO_ALLOC_MEM;
    }
}

static GBytes *
make_content (LecternPdfWriter  *self,
              const LecternPage *page,
              guint              form)
{
  GString *content = lectern_pdf_content_new (lectern_document_get_fonts (self->document), self->fonts, self->pictures, page);
  GBytes  *deflated;
  char     call[32];

  g_snprintf (call, sizeof call, "/X%u Do\n", form);
  if (form > 0)
    g_string_prepend (content, call);
  deflated = lectern_pdf_deflate (self->deflater, content->str, content->len);
  g_string_free (content, TRUE);

  return deflated;
}

static GBytes *
ensure_form (LecternPdfWriter *self,
             LecternPage      *page)
{
  GBytes *deflated = g_hash_table_lookup (self->forms, page);

  if (deflated == NULL)
    {
      deflated = make_content (self, page, 0);
      g_hash_table_insert (self->forms, page, deflated);
    }

  return deflated;
}

static double
get_width (const LecternPage *page)
{
  return lectern_page_get_width (page) / LECTERN_MM_PER_POINT;
}

static double
get_height (const LecternPage *page)
{
  return lectern_page_get_height (page) / LECTERN_MM_PER_POINT;
}

static void
add_form (Job         *job,
          LecternPage *page)
{
  HPDF_MMgr  mmgr = job->pdf->mmgr;
  HPDF_Dict  form = lectern_pdf_stream_new (job->pdf, ensure_form (job->writer, page));
  HPDF_Dict  resources = HPDF_Dict_New (mmgr);
  HPDF_Array box = HPDF_Box_Array_New (mmgr, (HPDF_Box){ 0, 0, (HPDF_REAL) get_width (page), (HPDF_REAL) get_height (page) });
  guint      number = g_hash_table_size (job->names) + 1;
  char       name[16];

  if (form == NULL || resources == NULL || box == NULL)
    {
      job->status = HPDF_FAILD_TO_ALLOC_MEM;
      return;
    }

  if (job->forms == NULL)
    {
      job->forms = HPDF_Dict_New (mmgr);
      job->status += HPDF_Dict_Add (job->resources, "XObject", job->forms);
    }
  g_snprintf (name, sizeof name, "X%u", number);
  job->status += HPDF_Dict_Add (resources, "Font", job->fonts);
  if (job->pictures != NULL)
    job->status += HPDF_Dict_Add (resources, "XObject", job->pictures);
  job->status += HPDF_Dict_AddName (form, "Type", "XObject");
  job->status += HPDF_Dict_AddName (form, "Subtype", "Form");
  job->status += HPDF_Dict_Add (form, "BBox", box);
  job->status += HPDF_Dict_Add (form, "Resources", resources);
  job->status += HPDF_Dict_Add (job->forms, name, form);
  g_hash_table_insert (job->names, page, GUINT_TO_POINTER (number));
}

static GBytes *
produce_sheet (gpointer data)
{
  Sheet *sheet = data;

  return make_content (sheet->writer, sheet->page, sheet->form);
}

static HPDF_STATUS
on_sheet_write_cb (HPDF_Dict   dict,
                   HPDF_Stream out)
{
  const Sheet *sheet = dict->attr;
  char         width[G_ASCII_DTOSTR_BUF_SIZE];
  char         height[G_ASCII_DTOSTR_BUF_SIZE];
  char         text[256];

  g_ascii_formatd (width, sizeof width, "%.3f", get_width (sheet->page));
  g_ascii_formatd (height, sizeof height, "%.3f", get_height (sheet->page));
  g_snprintf (text, sizeof text, "/Type /Page\n/Parent %u 0 R\n/MediaBox [0 0 %s %s]\n/Resources %u 0 R\n/Contents %u 0 R\n",
              sheet->parent, width, height, sheet->resources, sheet->contents);

  return HPDF_Stream_WriteStr (out, text);
}

static void
on_sheet_free_cb (HPDF_Dict dict)
{
  g_free (dict->attr);
}

static void
add_page (Job         *job,
          LecternPage *page)
{
  LecternPage *form = lectern_page_get_form (page);
  HPDF_Dict    dict = lectern_pdf_indirect_dict_new (job->pdf);
  Sheet       *sheet = g_new0 (Sheet, 1);
  HPDF_Dict    contents = lectern_pdf_lazy_stream_new (job->pdf, produce_sheet, sheet);

  if (job->n_pages++ % PAGES_PER_NODE == 0)
    job->node = HPDF_Doc_AddPagesTo (job->pdf, job->pdf->root_pages);
  if (dict == NULL || contents == NULL || job->node == NULL)
    {
      g_free (sheet);
      job->status = HPDF_FAILD_TO_ALLOC_MEM;
      return;
    }

  *sheet = (Sheet){
    .writer = job->writer,
    .page = page,
    .form = form != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (job->names, form)) : 0,
    .parent = lectern_pdf_get_object_number (job->node),
    .resources = lectern_pdf_get_object_number (job->resources),
    .contents = lectern_pdf_get_object_number (contents),
  };
  dict->header.obj_class |= HPDF_OSUBCLASS_PAGE;
  dict->attr = sheet;
  dict->write_fn = on_sheet_write_cb;
  dict->free_fn = on_sheet_free_cb;
  job->status += HPDF_Array_Add (HPDF_Dict_GetItem (job->node, "Kids", HPDF_OCLASS_ARRAY), dict);
}

static void
on_page (LecternPage *page,
         gboolean     is_form,
         gpointer     data)
{
  Job *job = data;

  if (job->status != HPDF_OK)
    return;

  if (is_form)
    add_form (job, page);
  else
    add_page (job, page);
}

static gboolean
refuse (const char *path,
        const char *reason,
        GError    **error)
{
  g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_WRITE,
               /* Translators: a file, then the reason. */
               _ ("The paper %s could not be written: %s."), path, reason);

  return FALSE;
}

/* libharu does not look at what closing the file says: a full disk shows in a missing end. */
static gboolean
flush_and_check (const char *beside,
                 const char *path,
                 GError    **error)
{
  char     tail[6] = "";
  int      fd = g_open (beside, O_RDWR | O_CLOEXEC, 0);
  gboolean whole;
  gboolean flushed;

  if (fd < 0)
    return refuse (path, g_strerror (errno), error);

  whole = lseek (fd, -6, SEEK_END) >= 0 && read (fd, tail, 6) == 6 && memcmp (tail, "%%EOF\n", 6) == 0;
  flushed = fsync (fd) == 0;
  if (!whole)
    refuse (path, _ ("the file ended too early; the disk may be full"), error);
  else if (!flushed)
    refuse (path, g_strerror (errno), error);
  close (fd);

  return whole && flushed;
}

static gboolean
save (Job        *job,
      const char *path,
      GError    **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.XXXXXX", path);
  int              fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0644);
  gboolean         done;

  if (fd < 0)
    return refuse (path, g_strerror (errno), error);
  close (fd);

  HPDF_SaveToFile (job->pdf, beside);
  done = flush_and_check (beside, path, error);
  if (done && g_rename (beside, path) != 0)
    done = refuse (path, g_strerror (errno), error);
  if (!done)
    g_unlink (beside);

  return done;
}

gboolean
lectern_pdf_writer_write (LecternPdfWriter *self,
                          guint             first,
                          guint             n_pages,
                          const char       *path,
                          GError          **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
  Job      job = { .writer = self, .pdf = HPDF_New (NULL, NULL), .names = names };
  gboolean done = FALSE;

  if (job.pdf != NULL)
    {
      job.pdf->pdf_version = HPDF_VER_15;
      job.status += HPDF_SetCompressionMode (job.pdf, HPDF_COMP_ALL);
      set_metadata (&job);
      set_resources (&job);
      set_pictures (&job);
      lectern_document_foreach_page (self->document, first, n_pages, on_page, &job);
    }

  if (job.pdf == NULL || job.status != HPDF_OK || HPDF_GetError (job.pdf) != HPDF_OK)
    g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_WRITE,
                 /* Translators: an error number of the PDF library. */
                 _ ("The PDF could not be made (libharu error 0x%04lx)."),
                 job.pdf != NULL ? (gulong) HPDF_GetError (job.pdf) : (gulong) HPDF_FAILD_TO_ALLOC_MEM);
  else
    done = save (&job, path, error);

  if (job.pdf != NULL)
    HPDF_Free (job.pdf);

  return done;
}
