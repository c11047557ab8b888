/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the certificates on the papers page and of the editor of their design: as it opens, with a field
 * unfolded, with a fault, upright, and as on stock. */

#include "console-camera.h"
#include "rounds-fixture.h"

#include "lectern-annex-columns.h"
#include "lectern-annex-dialog.h"
#include "lectern-certificate-controls.h"
#include "lectern-certificate-mover.h"
#include "lectern-papers-page.h"

#include <glib/gi18n-lib.h>

/* The statistics table beside it, with what is too small about it, and the editor of its columns. */
static void
shoot_columns (const ConsoleCamera *camera)
{
  ConsoleFixture       fixture = { 0 };
  LecternPapersPage   *page;
  GtkWindow           *dialog;
  LecternAnnexColumns *columns;
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, camera->width, camera->height);
  lectern_console_window_show_page (fixture.window, "papers");
  page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  lectern_papers_page_select (page, LECTERN_PAPER_POOL);
  console_fixture_settle (1000);
  console_camera_take (camera, fixture.window, "pool-too-small");
  dialog = lectern_annex_dialog_new (GTK_WIDGET (page), fixture.desk, LECTERN_ANNEX_POOL);
  gtk_window_present (dialog);
  console_fixture_settle (500);
  columns = LECTERN_ANNEX_COLUMNS (console_fixture_find (dialog, "LecternAnnexColumns", 0));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (lectern_annex_columns_get_row (columns, 2)), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (lectern_annex_columns_get_row (columns, 3)), TRUE);
  console_fixture_settle (1000);
  console_camera_take (camera, dialog, "annex-columns");
  gtk_window_destroy (dialog);
  console_fixture_tear_down (&fixture);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture              fixture = { 0 };
  LecternPapersPage          *page;
  LecternCertificateControls *controls;
  AdwExpanderRow             *name;
  console_fixture_set_up (&fixture, TRUE);
  rounds_fixture_draw (fixture.engine);
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_open (&fixture, camera->width, camera->height);
  lectern_console_window_show_page (fixture.window, "papers");
  console_fixture_settle (200);
  page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  lectern_papers_page_select_award (page, "top-ten");
  console_fixture_settle (1500);
  console_camera_take (camera, fixture.window, "certificates");

  console_fixture_press (console_fixture_find_button (page, _ ("Design the Certificates…")));
  console_fixture_settle (2000);
  console_camera_take (camera, fixture.window, "certificate-design");
  controls = LECTERN_CERTIFICATE_CONTROLS (console_fixture_find (page, "LecternCertificateControls", 0));
  name = ADW_EXPANDER_ROW (lectern_certificate_controls_get_row (controls, "fields.name.shown"));
  adw_expander_row_set_expanded (name, TRUE);
  console_fixture_settle (1000);
  console_camera_take (camera, fixture.window, "certificate-field");
  gtk_editable_set_text (GTK_EDITABLE (lectern_certificate_controls_get_row (controls, "fields.name.wording")), "{nmae} 同志：");
  console_fixture_settle (500);
  console_camera_take (camera, fixture.window, "certificate-fault");
  gtk_widget_activate_action (GTK_WIDGET (controls), "certificate.start", "s", "plain");
  adw_expander_row_set_expanded (name, FALSE);
  lectern_certificate_mover_select (LECTERN_CERTIFICATE_MOVER (console_fixture_find (page, "LecternCertificateMover", 0)), LECTERN_CERTIFICATE_BODY);
  console_fixture_settle (2000);
  console_camera_take (camera, fixture.window, "certificate-plain");
  console_fixture_tear_down (&fixture);
  shoot_columns (camera);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = rounds_fixture_make_home ();
  int              status = console_camera_run (argc, argv, shoot_all);
  rounds_fixture_remove_home (home);
  return status;
}
