/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The editor of the certificates' designs in the real window: what is changed is seen at once, may be taken back, is
 * said to be wrong where it stands, and is kept with the contest when it is saved; an award at a time. */

#include "rounds-fixture.h"

#include <locale.h>

#include "lectern-certificate-controls.h"
#include "lectern-certificate-mover.h"
#include "lectern-paper-preview.h"
#include "lectern-papers-page.h"

typedef struct
{
  ConsoleFixture              console;
  LecternPapersPage          *page;
  GtkWidget                  *editor;
  LecternCertificateControls *controls;
  LecternPaperPreview        *preview;
} Fixture;

static gboolean
is_shown (gpointer preview)
{
  return lectern_paper_preview_get_document (preview) != NULL;
}

static void
open_editor (Fixture *f,
             gboolean played)
{
  console_fixture_set_up (&f->console, TRUE);
  rounds_fixture_draw (f->console.engine);
  if (played)
    rounds_fixture_play_on_paper (f->console.engine, console_fixture_contest (&f->console));
  console_fixture_open (&f->console, 1366, 768);
  lectern_console_window_show_page (f->console.window, "papers");
  console_fixture_settle (100);
  f->page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (f->console.window, "papers"));
  lectern_papers_page_select_award (f->page, "top-ten");
  console_fixture_press (console_fixture_find_button (f->page, "Design the Certificates…"));
  console_fixture_settle (400);
  f->editor = console_fixture_find (f->page, "LecternCertificatePage", 0);
  f->controls = LECTERN_CERTIFICATE_CONTROLS (console_fixture_find (f->editor, "LecternCertificateControls", 0));
  f->preview = LECTERN_PAPER_PREVIEW (console_fixture_find (f->editor, "LecternPaperPreview", 0));
  console_fixture_wait (is_shown, f->preview);
}

/* The preview is laid out on a thread: until it says @text at @x (0: anywhere), or five seconds are over. */
typedef struct
{
  LecternPaperPreview *preview;
  const char          *text;
  double               x;
  double               width; /* of the sheet, 0: any */
} Sight;

static gboolean
page_says (const LecternPage *page,
           const Sight       *sight)
{
  guint                  n = 0;
  const LecternPageItem *items = page ? lectern_page_get_items (page, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (items[i].kind == LECTERN_ITEM_TEXT && strstr (items[i].text.string, sight->text) && (sight->x == 0 || ABS (items[i].x - sight->x) < 0.01))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_sight (gpointer data)
{
  const Sight     *sight = data;
  LecternDocument *document = lectern_paper_preview_get_document (sight->preview);
  LecternPage     *page = document ? lectern_document_get_page (document, 0) : NULL;
  if (!page || (sight->width > 0 && lectern_page_get_width (page) != sight->width))
    return FALSE;
  return page_says (page, sight) || page_says (lectern_page_get_form (page), sight);
}

static void
await (Fixture    *f,
       const char *text,
       double      x,
       double      width)
{
  Sight sight = { f->preview, text, x, width };
  console_fixture_wait (is_in_sight, &sight);
}

static void
set_number (Fixture    *f,
            const char *path,
            double      value)
{
  GtkWidget *row = lectern_certificate_controls_get_row (f->controls, path);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (console_fixture_find (row, "GtkSpinButton", 0)), value);
}

static double
get_number (Fixture    *f,
            const char *path)
{
  GtkWidget *row = lectern_certificate_controls_get_row (f->controls, path);
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (console_fixture_find (row, "GtkSpinButton", 0)));
}

static double
get_kept_x (Fixture    *f,
            const char *award)
{
  g_autoptr (LecternCertificateDesign) design = lectern_contest_get_certificate_design (console_fixture_contest (&f->console), award);
  return design->fields[LECTERN_CERTIFICATE_SERIAL].x;
}

static void
test_change_and_save (void)
{
  Fixture    f = { 0 };
  GtkWidget *save;
  open_editor (&f, TRUE);
  save = console_fixture_find_button (f.editor, "Save Design");
  g_assert_false (gtk_widget_is_sensitive (save));
  await (&f, "证书编号", 41.5, 0);

  set_number (&f, "fields.serial.x", 50);
  await (&f, "证书编号", 50, 0);
  g_assert_true (console_fixture_says (f.editor, "Not saved yet"));
  g_assert_cmpfloat (get_kept_x (&f, NULL), ==, 41.5);
  console_fixture_press (save);
  console_fixture_catch_up (&f.console);
  g_assert_cmpfloat (get_kept_x (&f, NULL), ==, 50);
  g_assert_cmpfloat (get_kept_x (&f, "merit"), ==, 50);
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_false (console_fixture_is_blocked ());

  lectern_desk_undo (f.console.desk, LECTERN_NULL); /* the journal's line */
  console_fixture_catch_up (&f.console);
  await (&f, "证书编号", 41.5, 0);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  console_fixture_tear_down (&f.console);
}

static void
test_undo (void)
{
  Fixture f = { 0 };
  open_editor (&f, TRUE);
  set_number (&f, "fields.serial.x", 45);
  set_number (&f, "fields.serial.x", 50); /* one step with the one before */
  set_number (&f, "fields.serial.size", 14);
  gtk_widget_activate_action (f.editor, "certificate.undo", NULL);
  g_assert_cmpfloat (get_number (&f, "fields.serial.size"), ==, 11);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 50);
  gtk_widget_activate_action (f.editor, "certificate.undo", NULL);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  gtk_widget_activate_action (f.editor, "certificate.redo", NULL);
  await (&f, "证书编号", 50, 0);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 50);
  gtk_widget_activate_action (f.editor, "certificate.start", "s", "plain");
  await (&f, "证书编号", 0, 210);
  gtk_widget_activate_action (f.editor, "certificate.undo", NULL);
  await (&f, "证书编号", 50, 297);
  console_fixture_tear_down (&f.console);
}

static void
test_fault (void)
{
  Fixture         f = { 0 };
  AdwExpanderRow *name;
  GtkWidget      *wording;
  open_editor (&f, TRUE);
  await (&f, "同志", 0, 0); /* the design as it was opened */
  name = ADW_EXPANDER_ROW (lectern_certificate_controls_get_row (f.controls, "fields.name.shown"));
  wording = lectern_certificate_controls_get_row (f.controls, "fields.name.wording");
  gtk_editable_set_text (GTK_EDITABLE (wording), "{nmae} 同志：");
  console_fixture_settle (100);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (name), "{nmae}"));
  g_assert_true (gtk_widget_has_css_class (wording, "error"));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (f.editor, "Save Design")));
  g_assert_true (console_fixture_says (f.editor, "1 setting is not right"));
  g_assert_nonnull (lectern_paper_preview_get_document (f.preview)); /* the last right one stays */
  gtk_editable_set_text (GTK_EDITABLE (wording), "{name} 先生：");
  await (&f, "先生", 0, 0);
  g_assert_false (gtk_widget_has_css_class (wording, "error"));
  g_assert_cmpstr (adw_expander_row_get_subtitle (name), ==, "");

  set_number (&f, "fields.date.x", 240); /* over the margin, which is at its width */
  console_fixture_settle (100);
  g_assert_true (gtk_widget_has_css_class (lectern_certificate_controls_get_row (f.controls, "fields.date.width"), "error"));
  console_fixture_tear_down (&f.console);
}

/* Each award its draft, also while another one is looked at; nothing asks before it lets go. */
static void
test_of_award (void)
{
  Fixture      f = { 0 };
  GtkDropDown *awards;
  open_editor (&f, TRUE);
  awards = GTK_DROP_DOWN (console_fixture_find (f.editor, "GtkDropDown", 0));
  gtk_drop_down_set_selected (awards, 2);
  console_fixture_settle (50);
  set_number (&f, "fields.serial.x", 60);
  gtk_drop_down_set_selected (awards, 0);
  console_fixture_settle (50);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  gtk_drop_down_set_selected (awards, 2);
  console_fixture_settle (50);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 60);
  console_fixture_press (console_fixture_find_button (f.editor, "Save Design"));
  console_fixture_catch_up (&f.console);
  g_assert_cmpfloat (get_kept_x (&f, "merit"), ==, 60);
  g_assert_cmpfloat (get_kept_x (&f, "top-ten"), ==, 41.5);
  console_fixture_press (console_fixture_find_button (f.editor, "Drop Its Own Design"));
  console_fixture_catch_up (&f.console);
  g_assert_cmpfloat (get_kept_x (&f, "merit"), ==, 41.5);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  console_fixture_tear_down (&f.console);
}

/* Before anybody has won there are samples; on stock the title is not printed. */
static void
test_before_the_end (void)
{
  Fixture f = { 0 };
  open_editor (&f, FALSE);
  await (&f, "荣誉证书", 0, 0);
  await (&f, "盖章处", 0, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (console_fixture_find (f.editor, "GtkCheckButton", 1)), TRUE);
  console_fixture_settle (1500);
  {
    Sight title = { f.preview, "荣誉证书", 0, 0 };
    g_assert_false (is_in_sight (&title));
  }
  await (&f, "特发此证", 0, 0);
  console_fixture_tear_down (&f.console);
}

/* By hand ------------------------------------------------------------------------------------- */

static LecternFrame
find_part (Fixture *f,
           guint    place)
{
  LecternFrame frame = { 0 };
  g_assert_true (lectern_page_part_find (lectern_paper_preview_get_document (f->preview), lectern_paper_preview_get_page (f->preview), LECTERN_CERTIFICATE_PART (place), &frame));
  return frame;
}

/* A controller of that type on the picture. */
static GtkEventController *
find_controller (Fixture *f,
                 GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (lectern_paper_preview_get_area (f->preview));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* How many dots of the picture a millimetre has, and where that point of the sheet is on it. */
static double
find_point (Fixture *f,
            double   mm_x,
            double   mm_y,
            double  *x,
            double  *y)
{
  double x0, y0, x1, y1;
  g_assert_true (lectern_paper_preview_get_point (f->preview, 0, 0, &x0, &y0));
  g_assert_true (lectern_paper_preview_get_point (f->preview, 100, 100, &x1, &y1));
  *x = (mm_x - x0) * 100 / (x1 - x0);
  *y = (mm_y - y0) * 100 / (y1 - y0);
  return 100 / (x1 - x0);
}

/* Takes hold of @place in its middle and draws it so far, in mm, in steps as a mouse does. */
static void
drag (Fixture *f,
      guint    place,
      double   right,
      double   down,
      gboolean let_go)
{
  LecternFrame        frame = find_part (f, place);
  GtkEventController *gesture = find_controller (f, GTK_TYPE_GESTURE_DRAG);
  double              x, y;
  double              scale = find_point (f, frame.x + frame.width / 2, frame.baseline > 0 ? frame.baseline - 0.5 : frame.y + 0.5, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  for (guint i = 1; i <= 4; i++)
    g_signal_emit_by_name (gesture, "drag-update", right * scale * i / 4, down * scale * i / 4);
  if (let_go)
    g_signal_emit_by_name (gesture, "drag-end", right * scale, down * scale);
  console_fixture_settle (50);
}

static gboolean
press (Fixture        *f,
       guint           key,
       GdkModifierType state)
{
  gboolean taken = FALSE;
  g_signal_emit_by_name (find_controller (f, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0, state, &taken);
  return taken;
}

/* What is drawn comes to rest on half millimetres, in one step, and is printed where it was put. */
static void
test_drag (void)
{
  Fixture    f = { 0 };
  GtkWidget *mover;
  open_editor (&f, TRUE);
  await (&f, "证书编号", 41.5, 0);
  mover = console_fixture_find (f.editor, "LecternCertificateMover", 0);
  double was_y = get_number (&f, "fields.serial.y");
  drag (&f, LECTERN_CERTIFICATE_SERIAL, 12.2, -8.9, TRUE);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 53.5);
  g_assert_cmpfloat (get_number (&f, "fields.serial.y"), ==, was_y - 9);
  g_assert_cmpuint (lectern_certificate_mover_get_place (LECTERN_CERTIFICATE_MOVER (mover)), ==, LECTERN_CERTIFICATE_SERIAL);
  await (&f, "证书编号", 53.5, 0);
  g_assert_cmpfloat_with_epsilon (find_part (&f, LECTERN_CERTIFICATE_SERIAL).baseline, was_y - 9, 0.01);
  drag (&f, LECTERN_CERTIFICATE_SERIAL, 3, 0, TRUE); /* a second step of the same */
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 56.5);
  await (&f, "证书编号", 56.5, 0);
  gtk_widget_activate_action (f.editor, "certificate.undo", NULL);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 53.5);
  gtk_widget_activate_action (f.editor, "certificate.undo", NULL);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  g_assert_cmpfloat (get_number (&f, "fields.serial.y"), ==, was_y);
  gtk_widget_activate_action (f.editor, "certificate.redo", NULL);
  await (&f, "证书编号", 53.5, 0);
  console_fixture_press (console_fixture_find_button (f.editor, "Save Design"));
  console_fixture_catch_up (&f.console);
  g_assert_cmpfloat (get_kept_x (&f, NULL), ==, 53.5);

  drag (&f, LECTERN_CERTIFICATE_PLACE_SEAL, -10, 0, TRUE); /* no text */
  g_assert_true (console_fixture_says (f.editor, "Not saved yet"));
  drag (&f, LECTERN_CERTIFICATE_SERIAL, -400, 0, TRUE); /* as far as the margin */
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, get_number (&f, "margins.left"));
  g_assert_true (gtk_widget_is_sensitive (console_fixture_find_button (f.editor, "Save Design")));
  console_fixture_tear_down (&f.console);
}

/* Escape lets go as if nothing had been; what was moved and thought better of is put back to what is saved. */
static void
test_put_back (void)
{
  Fixture f = { 0 };
  open_editor (&f, TRUE);
  await (&f, "证书编号", 41.5, 0);
  drag (&f, LECTERN_CERTIFICATE_SERIAL, 20, 0, FALSE);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 61.5);
  g_assert_true (press (&f, GDK_KEY_Escape, 0));
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  g_signal_emit_by_name (find_controller (&f, GTK_TYPE_GESTURE_DRAG), "drag-update", 80.0, 0.0); /* the button is still down */
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);
  await (&f, "证书编号", 41.5, 0);
  gtk_widget_activate_action (f.editor, "certificate.redo", NULL);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);

  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (f.editor, "Put It Back")));
  drag (&f, LECTERN_CERTIFICATE_SERIAL, 20, -20, TRUE);
  await (&f, "证书编号", 61.5, 0);
  console_fixture_press (console_fixture_find_button (f.editor, "Put It Back"));
  await (&f, "证书编号", 41.5, 0);
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (f.editor, "Save Design")));
  console_fixture_tear_down (&f.console);
}

/* The same without a mouse; nudges that follow each other are one step. */
static void
test_nudge (void)
{
  Fixture                  f = { 0 };
  LecternCertificateMover *mover;
  open_editor (&f, TRUE);
  await (&f, "特发此证", 0, 0);
  mover = LECTERN_CERTIFICATE_MOVER (console_fixture_find (f.editor, "LecternCertificateMover", 0));
  lectern_certificate_mover_select (mover, LECTERN_CERTIFICATE_SERIAL);
  g_assert_true (console_fixture_says (f.editor, "41.5 mm from the left"));
  g_assert_true (press (&f, GDK_KEY_Right, 0));
  g_assert_true (press (&f, GDK_KEY_Right, 0));
  g_assert_true (press (&f, GDK_KEY_KP_Right, GDK_SHIFT_MASK));
  g_assert_false (press (&f, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 47.5);
  g_assert_true (console_fixture_says (f.editor, "47.5 mm from the left"));
  gtk_widget_activate_action (f.editor, "certificate.undo", NULL);
  g_assert_cmpfloat (get_number (&f, "fields.serial.x"), ==, 41.5);

  /* The closing line follows the body until it is moved down. */
  lectern_certificate_mover_select (mover, LECTERN_CERTIFICATE_CLOSING);
  g_assert_true (console_fixture_says (f.editor, "below the text before it"));
  double stands = find_part (&f, LECTERN_CERTIFICATE_CLOSING).baseline;
  g_assert_true (press (&f, GDK_KEY_Down, 0));
  g_assert_cmpfloat_with_epsilon (get_number (&f, "fields.closing.y"), stands + 0.5, 0.26);
  console_fixture_tear_down (&f.console);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = rounds_fixture_make_home ();
  int              status;
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/certificates/change-and-save", test_change_and_save);
  g_test_add_func ("/console/certificates/undo", test_undo);
  g_test_add_func ("/console/certificates/fault", test_fault);
  g_test_add_func ("/console/certificates/of-award", test_of_award);
  g_test_add_func ("/console/certificates/before-the-end", test_before_the_end);
  g_test_add_func ("/console/certificates/drag", test_drag);
  g_test_add_func ("/console/certificates/put-back", test_put_back);
  g_test_add_func ("/console/certificates/nudge", test_nudge);
  status = g_test_run ();
  rounds_fixture_remove_home (home);
  return status;
}
