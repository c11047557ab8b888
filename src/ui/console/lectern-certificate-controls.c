/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rows of the certificates' editor, made from one table: a setting is its path in the file, its
 * place in the struct, and what it is called. Texts come first, for they are what people come for. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-certificate-controls.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  KIND_NUMBER,
  KIND_INTEGER,
  KIND_SWITCH,
  KIND_TEXT,
  KIND_CHOICE,
  KIND_COLOUR,
  KIND_PICTURE,
} Kind;

/* A setting of a group; of a text @offset is into the field. */
typedef struct
{
  const char        *key;
  const char        *label;
  Kind               kind;
  gsize              offset;
  double             min, max, step;
  const char *const *choices;
} Setting;

/* One row: where it writes and what it is made of. */
typedef struct
{
  LecternCertificateControls *owner;
  const Setting              *setting;
  char                       *path;
  gsize                       offset; /* into the design */
  char                       *label;  /* translated */
  GtkWidget                  *row;
  GtkWidget                  *input;
  AdwExpanderRow             *whole;      /* what it is folded into */
  const char                 *whole_says; /* as long as nothing is wrong in it */
} Control;

struct _LecternCertificateControls
{
  AdwBin     parent_instance;
  GPtrArray *controls; /* Control */
  GArray    *pictures; /* gint64 */
  gboolean   filling;
};

G_DEFINE_FINAL_TYPE (LecternCertificateControls, lectern_certificate_controls, ADW_TYPE_BIN)

static guint edited_signal;

/* The table ----------------------------------------------------------------------------------- */

/* clang-format off */
#define OF_FIELD(member) G_STRUCT_OFFSET (LecternCertificateField, member)
#define OF_BOX(member) G_STRUCT_OFFSET (LecternCertificateBox, member)
#define OF_DESIGN(member) G_STRUCT_OFFSET (LecternCertificateDesign, member)

static const char *const fonts[] = { NC_ ("certificate", "Song, bold"), NC_ ("certificate", "Hei, bold"), NC_ ("certificate", "Kai, for running text"), NC_ ("certificate", "Kai, for names"), NC_ ("certificate", "Song, figures of one width"), NC_ ("certificate", "Latin"), NULL };
static const char *const aligns[] = { NC_ ("certificate", "Left"), NC_ ("certificate", "Centred"), NC_ ("certificate", "Right"), NC_ ("certificate", "Justified"), NULL };
static const char *const borders[] = { NC_ ("certificate", "None"), NC_ ("certificate", "Braid with frets"), NC_ ("certificate", "Double lines"), NC_ ("certificate", "Bars at head and foot"), NULL };

static const Setting field_settings[] = {
  { "wording", NC_ ("certificate", "Wording"), KIND_TEXT, OF_FIELD (wording) },
  { "font", NC_ ("certificate", "Font"), KIND_CHOICE, OF_FIELD (font), .choices = fonts },
  { "size", NC_ ("certificate", "Size, points"), KIND_NUMBER, OF_FIELD (size), 4, 200, 0.5 },
  { "colour", NC_ ("certificate", "Colour"), KIND_COLOUR, OF_FIELD (colour) },
  { "align", NC_ ("certificate", "Alignment"), KIND_CHOICE, OF_FIELD (align), .choices = aligns },
  { "x", NC_ ("certificate", "From the left, mm"), KIND_NUMBER, OF_FIELD (x), 0, 900, 0.5 },
  { "y", NC_ ("certificate", "From the top to the line, mm"), KIND_NUMBER, OF_FIELD (y), 0, 900, 0.5 },
  { "width", NC_ ("certificate", "Width, mm"), KIND_NUMBER, OF_FIELD (width), 10, 900, 0.5 },
  { "leading", NC_ ("certificate", "From line to line, mm"), KIND_NUMBER, OF_FIELD (leading), 0, 100, 0.5 },
  { "spacing", NC_ ("certificate", "Between letters, part of a letter"), KIND_NUMBER, OF_FIELD (spacing), 0, 3, 0.01 },
  { "indent", NC_ ("certificate", "First line in, letters"), KIND_NUMBER, OF_FIELD (indent), 0, 10, 0.5 },
  { "overprinted", NC_ ("certificate", "Printed on stock, too"), KIND_SWITCH, OF_FIELD (overprinted) },
};

static const Setting sheet_settings[] = {
  { "width", NC_ ("certificate", "Width, mm"), KIND_NUMBER, OF_DESIGN (width), 90, 900, 1 },
  { "height", NC_ ("certificate", "Height, mm"), KIND_NUMBER, OF_DESIGN (height), 90, 900, 1 },
  { "margins.top", NC_ ("certificate", "Upper margin, mm"), KIND_NUMBER, OF_DESIGN (margin_top), 0, 200, 0.5 },
  { "margins.right", NC_ ("certificate", "Right margin, mm"), KIND_NUMBER, OF_DESIGN (margin_right), 0, 200, 0.5 },
  { "margins.bottom", NC_ ("certificate", "Lower margin, mm"), KIND_NUMBER, OF_DESIGN (margin_bottom), 0, 200, 0.5 },
  { "margins.left", NC_ ("certificate", "Left margin, mm"), KIND_NUMBER, OF_DESIGN (margin_left), 0, 200, 0.5 },
};

static const Setting border_settings[] = {
  { "border.kind", NC_ ("certificate", "Ornament"), KIND_CHOICE, OF_DESIGN (border), .choices = borders },
  { "border.colour", NC_ ("certificate", "Colour"), KIND_COLOUR, OF_DESIGN (border_colour) },
  { "border.accent", NC_ ("certificate", "Second colour"), KIND_COLOUR, OF_DESIGN (accent) },
  { "border.rule", NC_ ("certificate", "Rule under the title"), KIND_SWITCH, OF_DESIGN (rule) },
};

static const Setting picture_settings[] = {
  { "background.picture", NC_ ("certificate", "Background picture"), KIND_PICTURE, OF_DESIGN (background) },
  { "background.printed", NC_ ("certificate", "Background is printed, not only shown"), KIND_SWITCH, OF_DESIGN (background_printed) },
  { "logo.shown", NC_ ("certificate", "The organisers’ logo"), KIND_SWITCH, OF_DESIGN (logo) + OF_BOX (shown) },
  { "logo.x", NC_ ("certificate", "From the left, mm"), KIND_NUMBER, OF_DESIGN (logo) + OF_BOX (x), 0, 900, 0.5 },
  { "logo.y", NC_ ("certificate", "From the top, mm"), KIND_NUMBER, OF_DESIGN (logo) + OF_BOX (y), 0, 900, 0.5 },
  { "logo.width", NC_ ("certificate", "Width, mm"), KIND_NUMBER, OF_DESIGN (logo) + OF_BOX (width), 5, 400, 0.5 },
  { "logo.overprinted", NC_ ("certificate", "Printed on stock, too"), KIND_SWITCH, OF_DESIGN (logo) + OF_BOX (overprinted) },
};

static const Setting number_settings[] = {
  { "serial.first", NC_ ("certificate", "First number; 0 runs on after the awards before"), KIND_INTEGER, OF_DESIGN (serial_first), 0, 999999, 1 },
  { "serial.digits", NC_ ("certificate", "Digits"), KIND_INTEGER, OF_DESIGN (serial_digits), 1, 6, 1 },
  { "code.shown", NC_ ("certificate", "Code to verify it by"), KIND_SWITCH, OF_DESIGN (code) + OF_BOX (shown) },
  { "code.x", NC_ ("certificate", "From the left, mm"), KIND_NUMBER, OF_DESIGN (code) + OF_BOX (x), 0, 900, 0.5 },
  { "code.y", NC_ ("certificate", "From the top, mm"), KIND_NUMBER, OF_DESIGN (code) + OF_BOX (y), 0, 900, 0.5 },
  { "code.width", NC_ ("certificate", "Width, mm"), KIND_NUMBER, OF_DESIGN (code) + OF_BOX (width), 5, 400, 0.5 },
  { "code.overprinted", NC_ ("certificate", "Printed on stock, too"), KIND_SWITCH, OF_DESIGN (code) + OF_BOX (overprinted) },
};

static const Setting seal_settings[] = {
  { "seal.x", NC_ ("certificate", "From the left, mm"), KIND_NUMBER, OF_DESIGN (seal_x), 0, 900, 0.5 },
  { "seal.y", NC_ ("certificate", "From the top, mm"), KIND_NUMBER, OF_DESIGN (seal_y), 0, 900, 0.5 },
};

static const Setting stock_settings[] = {
  { "shift.x", NC_ ("certificate", "All to the right, mm"), KIND_NUMBER, OF_DESIGN (shift_x), -LECTERN_CERTIFICATE_SHIFT_MOST, LECTERN_CERTIFICATE_SHIFT_MOST, LECTERN_CERTIFICATE_STEP },
  { "shift.y", NC_ ("certificate", "All downwards, mm"), KIND_NUMBER, OF_DESIGN (shift_y), -LECTERN_CERTIFICATE_SHIFT_MOST, LECTERN_CERTIFICATE_SHIFT_MOST, LECTERN_CERTIFICATE_STEP },
};

static const Setting name_settings[] = {
  { "spread_names", NC_ ("certificate", "Names of two characters as wide as three"), KIND_SWITCH, OF_DESIGN (spread_names) },
  { "body_without_theme", NC_ ("certificate", "Body of a contest without a theme"), KIND_TEXT, OF_DESIGN (body_without_theme) },
};

static const struct
{
  const char    *title;
  const char    *subtitle;
  const Setting *settings;
  guint          n_settings;
} groups[] = {
  { NC_ ("certificate", "Names and Body"), NULL, name_settings, G_N_ELEMENTS (name_settings) },
  { NC_ ("certificate", "Sheet and Margins"), NULL, sheet_settings, G_N_ELEMENTS (sheet_settings) },
  { NC_ ("certificate", "Border"), NULL, border_settings, G_N_ELEMENTS (border_settings) },
  { NC_ ("certificate", "Background and Logo"), NULL, picture_settings, G_N_ELEMENTS (picture_settings) },
  { NC_ ("certificate", "Number and Code"), NULL, number_settings, G_N_ELEMENTS (number_settings) },
  { NC_ ("certificate", "Place of the Seal"), NC_ ("certificate", "45 mm each way; shown on drafts, never printed on what is handed out"), seal_settings, G_N_ELEMENTS (seal_settings) },
  { NC_ ("certificate", "Printing on Stock"), NC_ ("certificate", "Moves all that is printed on sheets with border and title; the ruler page tells how far"), stock_settings, G_N_ELEMENTS (stock_settings) },
};
/* clang-format on */

static const char *
get_word (const char *word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "certificate", word);
}

/* Values -------------------------------------------------------------------------------------- */

#define VALUE(type, base, control) (*(type *) (gpointer) ((char *) (base) + (control)->offset))

static void
edited (Control *control)
{
  if (!control->owner->filling)
    g_signal_emit (control->owner, edited_signal, 0, control->path);
}

static guint
find_picture (LecternCertificateControls *self,
              gint64                      number)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (g_array_index (self->pictures, gint64, i) == number)
      return i;
  return 0;
}

static void
show_colour (GtkWidget *input,
             guint32    colour)
{
  const GdkRGBA rgba = { (float) (colour >> 16 & 0xff) / 255, (float) (colour >> 8 & 0xff) / 255, (float) (colour & 0xff) / 255, 1 };
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (input), &rgba);
}

static guint32
read_colour (GtkWidget *input)
{
  GdkRGBA rgba;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (input), &rgba);
  return (guint32) (rgba.red * 255 + 0.5F) << 16 | (guint32) (rgba.green * 255 + 0.5F) << 8 | (guint32) (rgba.blue * 255 + 0.5F);
}

static void
show_value (Control                        *control,
            const LecternCertificateDesign *design)
{
  switch (control->setting->kind)
    {
    case KIND_NUMBER:
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (control->input), VALUE (const double, design, control));
      break;
    case KIND_INTEGER:
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (control->input), (double) VALUE (const gint64, design, control));
      break;
    case KIND_SWITCH:
      if (ADW_IS_EXPANDER_ROW (control->input))
        adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (control->input), VALUE (const gboolean, design, control));
      else
        gtk_switch_set_active (GTK_SWITCH (control->input), VALUE (const gboolean, design, control));
      break;
    case KIND_TEXT:
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (control->input)), VALUE (char *const, design, control)) != 0)
        gtk_editable_set_text (GTK_EDITABLE (control->input), VALUE (char *const, design, control));
      break;
    case KIND_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (control->input), VALUE (const guint, design, control));
      break;
    case KIND_COLOUR:
      show_colour (control->input, VALUE (const guint32, design, control));
      break;
    case KIND_PICTURE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (control->input), find_picture (control->owner, VALUE (const gint64, design, control)));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_value (Control                  *control,
            LecternCertificateDesign *design)
{
  LecternCertificateControls *self = control->owner;
  guint                       chosen;

  switch (control->setting->kind)
    {
    case KIND_NUMBER:
      VALUE (double, design, control) = gtk_spin_button_get_value (GTK_SPIN_BUTTON (control->input));
      break;
    case KIND_INTEGER:
      VALUE (gint64, design, control) = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (control->input));
      break;
    case KIND_SWITCH:
      VALUE (gboolean, design, control) = ADW_IS_EXPANDER_ROW (control->input) ? adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (control->input)) : gtk_switch_get_active (GTK_SWITCH (control->input));
      break;
    case KIND_TEXT:
      g_free (VALUE (char *, design, control));
      VALUE (char *, design, control) = g_strdup (gtk_editable_get_text (GTK_EDITABLE (control->input)));
      break;
    case KIND_CHOICE:
      VALUE (guint, design, control) = adw_combo_row_get_selected (ADW_COMBO_ROW (control->input));
      break;
    case KIND_COLOUR:
      VALUE (guint32, design, control) = read_colour (control->input);
      break;
    case KIND_PICTURE:
      chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (control->input));
      VALUE (gint64, design, control) = chosen < self->pictures->len ? g_array_index (self->pictures, gint64, chosen) : 0;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Rows ---------------------------------------------------------------------------------------- */

static void
control_free (gpointer data)
{
  Control *control = data;
  g_free (control->path);
  g_free (control->label);
  g_free (control);
}

static GtkWidget *
make_spin (const Setting *setting)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (setting->min, setting->max, setting->step);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), setting->kind == KIND_INTEGER ? 0 : setting->step < 0.1 ? 2
                                                                                                              : 1);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  return spin;
}

static GtkWidget *
make_choice (const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; choices && choices[i]; i++)
    gtk_string_list_append (names, get_word (choices[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

/* A row of its own kind, or an input at the end of a plain one. */
static void
make_input (Control *control)
{
  const Setting *setting = control->setting;
  const char    *signal = "value-changed";

  switch (setting->kind)
    {
    case KIND_TEXT:
      control->input = adw_entry_row_new ();
      signal = "changed";
      break;
    case KIND_CHOICE:
    case KIND_PICTURE:
      control->input = make_choice (setting->choices);
      signal = "notify::selected";
      break;
    case KIND_SWITCH:
      control->input = gtk_switch_new ();
      signal = "notify::active";
      break;
    case KIND_COLOUR:
      control->input = gtk_color_button_new ();
      gtk_color_button_set_modal (GTK_COLOR_BUTTON (control->input), FALSE);
      signal = "color-set";
      break;
    case KIND_NUMBER:
    case KIND_INTEGER:
    default:
      control->input = make_spin (setting);
      break;
    }
  g_signal_connect_swapped (control->input, signal, G_CALLBACK (edited), control);
}

static Control *
add_control (LecternCertificateControls *self,
             const Setting              *setting,
             const char                 *part,
             gsize                       offset)
{
  Control *control = g_new0 (Control, 1);
  control->owner = self;
  control->setting = setting;
  control->path = part ? g_strconcat (part, ".", setting->key, NULL) : g_strdup (setting->key);
  control->offset = offset + setting->offset;
  control->label = g_strdup (get_word (setting->label));
  g_ptr_array_add (self->controls, control);
  return control;
}

/* The widget in it that has the focus is a part of its own, which nothing of ours has named. */
static void
name_focused_part (GtkWidget  *widget,
                   const char *name)
{
  if (GTK_IS_SWITCH (widget) || GTK_IS_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_focused_part (child, name);
}

/* @whole: what the settings are of, for who does not see the row above. */
static void
add_row (LecternCertificateControls *self,
         AdwExpanderRow             *whole,
         const char                 *whole_says,
         const Setting              *setting,
         const char                 *part,
         gsize                       offset)
{
  Control *control = add_control (self, setting, part, offset);
  /* Translators: a part of a certificate, one of its settings. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (whole)), control->label);
  control->whole = whole;
  control->whole_says = whole_says;
  make_input (control);
  if (ADW_IS_PREFERENCES_ROW (control->input))
    control->row = control->input;
  else
    {
      control->row = adw_action_row_new ();
      gtk_widget_set_valign (control->input, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (control->row), control->input);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (control->row), control->input);
      gtk_accessible_update_property (GTK_ACCESSIBLE (control->input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (setting->kind == KIND_COLOUR)
        name_focused_part (control->input, name);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (control->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (control->row), control->label);
  adw_expander_row_add_row (whole, control->row);
}

static const Setting shown_setting = { "shown", NC_ ("certificate", "Printed"), KIND_SWITCH, OF_FIELD (shown) };

static GtkWidget *
make_field (LecternCertificateControls *self,
            guint                       field)
{
  GtkWidget       *row = adw_expander_row_new ();
  g_autofree char *part = g_strconcat ("fields.", lectern_certificate_field_get_key (field), NULL);
  gsize            offset = OF_DESIGN (fields) + field * sizeof (LecternCertificateField);
  Control         *control = add_control (self, &shown_setting, part, offset);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), lectern_certificate_field_get_label (field), control->label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lectern_certificate_field_get_label (field));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  name_focused_part (row, name);
  control->row = control->input = row;
  g_signal_connect_swapped (row, "notify::enable-expansion", G_CALLBACK (edited), control);
  for (guint i = 0; i < G_N_ELEMENTS (field_settings); i++)
    add_row (self, ADW_EXPANDER_ROW (row), "", &field_settings[i], part, offset);
  return row;
}

static GtkWidget *
make_group (LecternCertificateControls *self,
            guint                       group)
{
  GtkWidget *row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_word (groups[group].title));
  const char *says = groups[group].subtitle ? get_word (groups[group].subtitle) : "";
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), says);
  for (guint i = 0; i < groups[group].n_settings; i++)
    add_row (self, ADW_EXPANDER_ROW (row), says, &groups[group].settings[i], NULL, 0);
  return row;
}

static char *
describe_tokens (void)
{
  const char *const *tokens = lectern_certificate_list_tokens ();
  GString           *text = g_string_new (NULL);
  for (guint i = 0; tokens[i]; i++)
    g_string_append_printf (text, "%s{%s}", i ? " " : "", tokens[i]);
  return g_string_free (text, FALSE);
}

static void
lectern_certificate_controls_constructed (GObject *object)
{
  LecternCertificateControls *self = LECTERN_CERTIFICATE_CONTROLS (object);
  GtkWidget                  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget                  *texts = adw_preferences_group_new ();
  GtkWidget                  *rest = adw_preferences_group_new ();
  g_autofree char            *tokens = describe_tokens ();
  /* Translators: words in braces, with a blank between. */
  g_autofree char *help = g_strdup_printf (_ ("In a wording these are filled in: %s"), tokens);
  G_OBJECT_CLASS (lectern_certificate_controls_parent_class)->constructed (object);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (texts), C_ ("certificate", "Texts"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (texts), help);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rest), C_ ("certificate", "All the Rest"));
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (texts), make_field (self, i));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (rest), make_group (self, i));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), rest);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
lectern_certificate_controls_dispose (GObject *object)
{
  LecternCertificateControls *self = LECTERN_CERTIFICATE_CONTROLS (object);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (lectern_certificate_controls_parent_class)->dispose (object);
}

static void
lectern_certificate_controls_finalize (GObject *object)
{
  LecternCertificateControls *self = LECTERN_CERTIFICATE_CONTROLS (object);
  g_ptr_array_unref (self->controls);
  g_array_unref (self->pictures);
  G_OBJECT_CLASS (lectern_certificate_controls_parent_class)->finalize (object);
}

static void
lectern_certificate_controls_class_init (LecternCertificateControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->constructed = lectern_certificate_controls_constructed;
  object_class->dispose = lectern_certificate_controls_dispose;
  object_class->finalize = lectern_certificate_controls_finalize;
  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_certificate_controls_init (LecternCertificateControls *self)
{
  gint64 none = 0;
  self->controls = g_ptr_array_new_with_free_func (control_free);
  self->pictures = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->pictures, none);
}

static Control *
find_control (LecternCertificateControls *self,
              const char                 *path)
{
  for (guint i = 0; i < self->controls->len; i++)
    if (g_strcmp0 (((Control *) g_ptr_array_index (self->controls, i))->path, path) == 0)
      return g_ptr_array_index (self->controls, i);
  return NULL;
}

void
lectern_certificate_controls_set_pictures (LecternCertificateControls *self,
                                           GArray                     *numbers,
                                           const char *const          *names)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_CONTROLS (self));
  const char *const empty[] = { C_ ("certificate", "None"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (empty);
  gint64 none = 0;
  g_array_set_size (self->pictures, 0);
  g_array_append_val (self->pictures, none);
  g_array_append_vals (self->pictures, numbers->data, numbers->len);
  for (guint i = 0; i < numbers->len; i++)
    gtk_string_list_append (list, names[i]);
  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (find_control (self, "background.picture")->input), G_LIST_MODEL (list));
  self->filling = FALSE;
}

void
lectern_certificate_controls_show (LecternCertificateControls     *self,
                                   const LecternCertificateDesign *design)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_CONTROLS (self) && design != NULL);
  self->filling = TRUE;
  for (guint i = 0; i < self->controls->len; i++)
    show_value (g_ptr_array_index (self->controls, i), design);
  self->filling = FALSE;
}

void
lectern_certificate_controls_apply (LecternCertificateControls *self,
                                    const char                 *path,
                                    LecternCertificateDesign   *design)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_CONTROLS (self));
  Control *control = find_control (self, path);
  g_return_if_fail (control != NULL);
  read_value (control, design);
}

static void
say_at (Control    *control,
        const char *message)
{
  if (message)
    gtk_widget_add_css_class (control->row, "error");
  else
    gtk_widget_remove_css_class (control->row, "error");
  if (ADW_IS_ACTION_ROW (control->row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (control->row), message ? message : "");
  else
    {
      /* Translators: what a setting is called, what is wrong with it. */
      g_autofree char *title = message ? g_strdup_printf (_ ("%s — %s"), control->label, message) : g_strdup (control->label);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (control->row), title);
    }
}

static const char *
find_message (GPtrArray  *problems,
              const char *path)
{
  for (guint i = 0; i < problems->len; i++)
    if (g_strcmp0 (((LecternProblem *) g_ptr_array_index (problems, i))->column, path) == 0)
      return ((LecternProblem *) g_ptr_array_index (problems, i))->message;
  return NULL;
}

gboolean
lectern_certificate_controls_show_problems (LecternCertificateControls *self,
                                            GPtrArray                  *problems)
{
  g_return_val_if_fail (LECTERN_IS_CERTIFICATE_CONTROLS (self), FALSE);
  gboolean all = TRUE;
  for (guint i = 0; i < self->controls->len; i++)
    {
      Control *control = g_ptr_array_index (self->controls, i);
      if (!control->whole)
        continue;
      say_at (control, find_message (problems, control->path));
      adw_expander_row_set_subtitle (control->whole, control->whole_says);
    }
  /* What is folded says that something in it is wrong. */
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      Control              *control = find_control (self, problem->column);
      if (control && control->whole)
        adw_expander_row_set_subtitle (control->whole, problem->message);
    }
  for (guint i = 0; i < problems->len; i++)
    all = all && find_control (self, ((LecternProblem *) g_ptr_array_index (problems, i))->column) != NULL;
  return all;
}

GtkWidget *
lectern_certificate_controls_get_row (LecternCertificateControls *self,
                                      const char                 *path)
{
  g_return_val_if_fail (LECTERN_IS_CERTIFICATE_CONTROLS (self), NULL);
  Control *control = find_control (self, path);
  return control ? control->row : NULL;
}
