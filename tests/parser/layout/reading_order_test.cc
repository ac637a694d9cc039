#include "parser/layout/reading_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/parser/layout/page_builder.h"

namespace atsmatch {
namespace {

using Lines = std::vector<std::string>;

struct Case {
  const char* name;
  std::function<void(PageBuilder&)> build;
  Lines lines;
};

std::ostream& operator<<(std::ostream& out, const Case& test) { return out << test.name; }

const std::vector<Case>& Cases() {
  static const std::vector<Case> cases = {
      {"one_column",
       [](PageBuilder& page) {
         page.At(50, 80, "Jane Roe", {24, true})
             .At(50, 100, "Engineer")
             .At(50, 140, "Profile", {12, true})
             .Paragraph(50, 156,
                        {"Builds bridges that stay where they were put and", "keeps them there."});
       },
       {"Jane Roe", "Engineer", "Profile", "Builds bridges that stay where they were put and",
        "keeps them there."}},

      {"a_bullet_within_a_row_of_a_table",
       [](PageBuilder& page) {
         page.At(50, 80, "Python")
             .At(200, 80, "Docker")
             .At(350, 80, "\u2022 Kafka")
             .At(50, 92, "and C++")
             .At(50, 120, "Spark")
             .At(200, 120, "Hadoop")
             .At(350, 120, "Presto");
       },
       {"Python | Docker", "* Kafka", "and C++", "Spark | Hadoop | Presto"}},

      {"two_sections_side_by_side",
       [](PageBuilder& page) {
         page.At(50, 80, "Profile", {12, true})
             .Paragraph(50, 96,
                        {"Historian of labour at sea, with twenty years",
                         "of teaching and two funded research groups."})
             .At(330, 80, "Core Competencies", {12, true})
             .At(330, 96, "Archival research, Oral history, QGIS, R")
             .At(50, 150, "Experience", {12, true})
             .At(50, 166,
                 "Professor of Maritime History, University of Southern Tasmania, Hobart, 2017")
             .At(50, 200, "Education", {12, true})
             .At(50, 216,
                 "PhD, History, University of Otago, Dunedin, New Zealand, from 2001 to 2005");
       },
       {"Profile", "Historian of labour at sea, with twenty years",
        "of teaching and two funded research groups.", "Core Competencies",
        "Archival research, Oral history, QGIS, R", "Experience",
        "Professor of Maritime History, University of Southern Tasmania, Hobart, 2017", "Education",
        "PhD, History, University of Otago, Dunedin, New Zealand, from 2001 to 2005"}},

      {"dates_on_the_right_are_cells_of_their_rows",
       [](PageBuilder& page) {
         page.At(50, 100, "Experience", {12, true})
             .At(50, 120, "Site Engineer", {10, true})
             .At(460, 120, "Jan 2019 - Mar 2021")
             .At(50, 134, "Halden Rowe")
             .At(500, 134, "Cardiff")
             .At(50, 160, "Graduate Engineer", {10, true})
             .At(460, 161.5, "Jun 2016 - Dec 2018")
             .At(50, 174, "Gwent Highways")
             .At(500, 174, "Newport");
       },
       {"Experience", "Site Engineer | Jan 2019 - Mar 2021", "Halden Rowe | Cardiff",
        "Graduate Engineer | Jun 2016 - Dec 2018", "Gwent Highways | Newport"}},

      {"small_dates_that_float_beside_a_large_heading_are_on_its_row",
       [](PageBuilder& page) {
         page.At(50, 100, "Work", {13, true})
             .At(160, 100, "Halden Rowe", {11, true})
             .At(450, 96.7, "Jan 2019 - Mar 2021", {7.5, false})
             .At(160, 118, "Site Engineer")
             .At(160, 150, "Gwent Highways", {11, true})
             .At(450, 146.7, "Jun 2016 - Dec 2018", {7.5, false})
             .At(160, 168, "Graduate Engineer");
       },
       {"[Work]", "Halden Rowe | Jan 2019 - Mar 2021", "Site Engineer",
        "Gwent Highways | Jun 2016 - Dec 2018", "Graduate Engineer"}},

      {"a_heading_on_the_row_of_its_text_stands_before_it_if_another_looks_like_it",
       [](PageBuilder& page) {
         page.At(50, 100, "Education", {13, true})
             .At(50, 120, "Gwent College", {11, true})
             .At(50, 134, "BEng, Civil Engineering")
             .At(50, 170, "Work", {13, true})
             .At(160, 170, "Halden Rowe", {11, true})
             .At(160, 184, "Site Engineer");
       },
       {"Education", "Gwent College", "BEng, Civil Engineering", "[Work]", "Halden Rowe",
        "Site Engineer"}},

      {"a_bullet_halfway_between_two_texts_is_no_item",
       [](PageBuilder& page) {
         page.At(50, 100, "Experience", {12, true})
             .At(50, 120, "Apr 2021")
             .At(99.5, 120, "•")
             .At(116.5, 120, "Cardiff, Wales")
             .At(50, 140, "•")
             .At(60, 140, "Built two bridges over the Taff");
       },
       {"Experience", "Apr 2021 | Cardiff, Wales", "* Built two bridges over the Taff"}},

      {"headings_above_the_text_of_the_other_side_make_no_column",
       [](PageBuilder& page) {
         page.At(150, 100, "Languages", {16, true})
             .At(50, 124, "Spanish", {12, true})
             .At(50, 140, "Native speaker")
             .At(50, 160, "English", {12, true})
             .At(50, 176, "Rather fluent")
             .At(150, 220, "Interests", {16, true})
             .At(50, 244, "Baking bread")
             .At(150, 244, "Open-water rowing")
             .At(150, 290, "References", {16, true});
       },
       {"Languages", "Spanish", "Native speaker", "English", "Rather fluent", "Interests",
        "Baking bread | Open-water rowing", "References"}},

      {"headings_on_their_side_stand_before_their_section",
       [](PageBuilder& page) {
         page.At(80, 60, "Jane Roe", {20, true})
             .Upwards(50, 176, "Work Experience", {10, true})
             .At(80, 108, "Site Engineer, Halden Rowe")
             .At(80, 122, "Built two bridges over the Taff")
             .At(80, 136, "and a third that was not asked for")
             .Upwards(50, 280, "Education", {10, true})
             .At(80, 240, "BEng, Cardiff University")
             .Upwards(570, 700, "printed on recycled paper", {6, false});
       },
       {"Jane Roe", "[Work Experience]", "Site Engineer, Halden Rowe",
        "Built two bridges over the Taff", "and a third that was not asked for", "[Education]",
        "BEng, Cardiff University", "printed on recycled paper"}},

      {"hebrew_is_read_from_the_right",
       [](PageBuilder& page) {
         page.At(400, 60, "כהן דנה", {20, true})
             .At(330, 80, "050 555 0137 +972 חיפה")
             .At(60, 120, "2020 – 2016")
             .At(430, 120, "הכרמל מרקחת בית", {10, true})
             .At(400, 140, "SAP Business One עם עבודה •");
         page.At(60, 160, "הצוות ניהול");
       },
       {"דנה כהן", "חיפה 050 555 0137 +972", "בית מרקחת הכרמל | 2016 – 2020",
        "* עבודה עם SAP Business One", "ניהול הצוות"}},

      {"headings_in_one_row_go_with_their_columns",
       [](PageBuilder& page) {
         page.At(50, 60, "Jane Roe", {20, true})
             .At(50, 100, "Languages", {12, true})
             .At(300, 100, "Interests", {12, true})
             .At(50, 120, "Welsh: native")
             .At(50, 136, "English: fluent")
             .At(50, 152, "French: basic")
             .At(312, 123, "• Rowing")
             .At(312, 142, "• Choir");
       },
       {"Jane Roe", "Languages", "Welsh: native", "English: fluent", "French: basic", "Interests",
        "* Rowing", "* Choir"}},

      {"rows_of_a_drawn_table_are_lines_and_lists_follow_them",
       [](PageBuilder& page) {
         for (const double y : {90.0, 110.0, 170.0, 230.0}) {
           for (const double x : {50.0, 150.0, 290.0})
             page.Draw(Shape::Kind::kFill, {x, y, x == 290 ? 520 : x == 150 ? 290 : 150.0, y + 1});
         }
         for (const double x : {50.0, 150.0, 290.0, 520.0}) {
           for (const double y : {90.0, 110.0, 170.0})
             page.Draw(Shape::Kind::kFill, {x, y, x + 1, y == 90 ? 110 : y + 60});
         }
         page.At(55, 104, "Period").At(155, 104, "Employer").At(295, 104, "Duties");
         page.At(55, 124, "2016 –").At(55, 137, "2019");
         page.At(155, 124, "Halden Rowe Engineering").At(155, 137, "Ltd, Cardiff");
         page.At(295, 124, "• Built two bridges over the Taff").At(295, 137, "• Kept them there");
         page.At(55, 184, "2012 – 2016").At(155, 184, "Gwent Highways");
         page.At(295, 184, "• Filled the holes of Newport");
       },
       {"Period | Employer | Duties", "2016 – 2019 | Halden Rowe Engineering Ltd, Cardiff",
        "* Built two bridges over the Taff", "* Kept them there", "2012 – 2016 | Gwent Highways",
        "* Filled the holes of Newport"}},

      {"two_newspaper_columns",
       [](PageBuilder& page) {
         page.At(200, 60, "Jane Roe", {20, true});
         page.Paragraph(50, 100,
                        {"Left column text runs on for some lines and is",
                         "set in a narrow measure so that every one",
                         "of its lines is full and the next goes on",
                         "from it without a gap, as in a newspaper",
                         "where it ends at the foot of the column."});
         page.Paragraph(
             310, 100,
             {"Right column text follows what the left has",
              "said and is read after it, not across, as a",
              "reader who knows columns would do it with",
              "no help from drawn lines or colours between", "them, only from the white space."});
       },
       {"Jane Roe", "Left column text runs on for some lines and is",
        "set in a narrow measure so that every one", "of its lines is full and the next goes on",
        "from it without a gap, as in a newspaper", "where it ends at the foot of the column.",
        "Right column text follows what the left has",
        "said and is read after it, not across, as a", "reader who knows columns would do it with",
        "no help from drawn lines or colours between", "them, only from the white space."}},

      {"sidebar_with_headings_that_share_baselines",
       [](PageBuilder& page) {
         page.At(50, 60, "Jane Roe", {20, true});
         page.At(50, 100, "Skills", {12, true}).At(220, 100, "Experience", {12, true});
         page.At(50, 118, "Welding")
             .At(50, 133, "Turning")
             .At(50, 148, "Milling")
             .At(50, 163, "Grinding");
         page.At(50, 200, "Languages", {12, true}).At(50, 218, "English").At(50, 233, "Welsh");
         page.At(220, 119, "Machinist", {10, true}).At(480, 119, "2015 - 2020");
         page.Paragraph(220, 132,
                        {"Makes parts for pumps and valves to a hundredth of",
                         "a millimetre on lathes old and new."});
         page.At(220, 185, "Apprentice", {10, true}).At(480, 185, "2011 - 2015");
         page.Paragraph(220, 198,
                        {"Learned the trade in a jobbing shop with nine other",
                         "apprentices and one master."});
       },
       {"Jane Roe", "Skills", "Welding", "Turning", "Milling", "Grinding", "Languages", "English",
        "Welsh", "Experience", "Machinist | 2015 - 2020",
        "Makes parts for pumps and valves to a hundredth of", "a millimetre on lathes old and new.",
        "Apprentice | 2011 - 2015", "Learned the trade in a jobbing shop with nine other",
        "apprentices and one master."}},

      {"dates_in_a_left_gutter_are_labels",
       [](PageBuilder& page) {
         page.At(150, 100, "Experience", {14, true});
         page.At(60, 120, "2019 - 2021").At(150, 120, "Site Engineer, Halden Rowe", {10, true});
         page.At(150, 134, "Bridges over rivers, roads and railways in Wales.");
         page.At(60, 156, "2016 - 2019")
             .At(150, 156, "Graduate Engineer, Gwent Highways", {10, true});
         page.At(150, 170, "Inspections of masonry arches.");
         page.At(60, 192, "2015").At(150, 192, "Trainee, Gwent Highways", {10, true});
         page.At(150, 206, "Surveys.");
       },
       {"Experience", "[2019 - 2021]", "Site Engineer, Halden Rowe",
        "Bridges over rivers, roads and railways in Wales.", "[2016 - 2019]",
        "Graduate Engineer, Gwent Highways", "Inspections of masonry arches.", "[2015]",
        "Trainee, Gwent Highways", "Surveys."}},

      {"a_label_that_wraps_is_one_line",
       [](PageBuilder& page) {
         page.At(60, 120, "January 2014").At(150, 120, "Site Engineer, Halden Rowe", {10, true});
         page.At(60, 132, "– March")
             .At(150, 132, "Bridges over rivers, roads and railways in Wales.");
         page.At(60, 144, "2016");
         page.At(60, 170, "May 2012 –")
             .At(150, 170, "Graduate Engineer, Gwent Highways", {10, true});
         page.At(60, 182, "Jan 2014").At(150, 182, "Inspections of masonry arches.");
         page.At(60, 208, "2011").At(150, 208, "Trainee, Gwent Highways", {10, true});
       },
       {"[January 2014 – March 2016]", "Site Engineer, Halden Rowe",
        "Bridges over rivers, roads and railways in Wales.", "[May 2012 – Jan 2014]",
        "Graduate Engineer, Gwent Highways", "Inspections of masonry arches.", "[2011]",
        "Trainee, Gwent Highways"}},

      {"the_names_of_a_form_are_labels_however_many_rows_they_take",
       [](PageBuilder& page) {
         page.At(126, 100, "Dates").At(170, 100, "March 2016 – May 2019", {10, true});
         page.At(62, 114, "Title awarded").At(170, 114, "Diploma");
         page.At(56, 128, "Principal subjects/")
             .At(170, 128, "Welding and the fitting of pipes, on land and at sea");
         page.At(90, 140, "skills covered");
         page.At(54, 154, "Name and type of").At(170, 154, "Halden Trade School");
         page.At(60, 166, "school or college");
         page.At(126, 190, "Dates").At(170, 190, "March 2014 – May 2015", {10, true});
         page.At(62, 204, "Title awarded").At(170, 204, "Certificate");
         page.At(56, 218, "Principal subjects/")
             .At(170, 218, "Turning and milling of parts for pumps and valves");
         page.At(90, 230, "skills covered");
         page.At(54, 244, "Name and type of").At(170, 244, "Gwent Trade School");
         page.At(60, 256, "school or college");
       },
       {"[Dates]", "March 2016 – May 2019", "[Title awarded]", "Diploma",
        "[Principal subjects/ skills covered]",
        "Welding and the fitting of pipes, on land and at sea",
        "[Name and type of school or college]", "Halden Trade School", "[Dates]",
        "March 2014 – May 2015", "[Title awarded]", "Certificate",
        "[Principal subjects/ skills covered]", "Turning and milling of parts for pumps and valves",
        "[Name and type of school or college]", "Gwent Trade School"}},

      {"bullets_between_a_date_and_its_text_are_no_list",
       [](PageBuilder& page) {
         page.At(50, 100, "Experience", {14, true});
         page.At(50, 120, "2019 - 2021")
             .At(130, 120, "•")
             .At(140, 120, "Site Engineer, Halden Rowe");
         page.At(140, 132, "Bridges over rivers, roads and railways in Wales, and tunnels.");
         page.At(50, 144, "2016 - 2019").At(130, 144, "•").At(140, 144, "Surveyor, Gwent Highways");
         page.At(140, 156, "Inspections of masonry arches and of all that stands on them.");
         page.At(50, 190, "Interests", {14, true});
         page.At(50, 210, "•").At(60, 210, "Sailing");
         page.At(50, 222, "•").At(60, 222, "Rowing");
       },
       {"Experience", "[2019 - 2021]", "Site Engineer, Halden Rowe",
        "Bridges over rivers, roads and railways in Wales, and tunnels.", "[2016 - 2019]",
        "Surveyor, Gwent Highways", "Inspections of masonry arches and of all that stands on them.",
        "Interests", "* Sailing", "* Rowing"}},

      {"the_dash_of_a_date_that_was_spread_over_its_margin_is_no_bullet",
       [](PageBuilder& page) {
         page.At(50, 120, "Oct").At(87, 120, "2017").At(129, 120, "–");
         page.At(146, 120, "Site Engineer, Halden Rowe", {10, true});
         page.At(50, 132, "Present").At(146, 132, "Bridges over rivers, roads and railways.");
         page.At(50, 160, "Jan 2014").At(146, 160, "Surveyor, Gwent Highways", {10, true});
         page.At(146, 172, "Inspections of masonry arches and of what they carry.");
       },
       {"[Oct 2017 – Present]", "Site Engineer, Halden Rowe",
        "Bridges over rivers, roads and railways.", "[Jan 2014]", "Surveyor, Gwent Highways",
        "Inspections of masonry arches and of what they carry."}},

      {"the_end_of_a_range_may_stand_below_its_start_at_the_right",
       [](PageBuilder& page) {
         page.At(50, 100, "Halden Rowe Ltd", {10, true});
         page.At(60, 114, "Site Engineer", {10, true}).At(460, 114, "Jan 2021 –");
         page.At(60, 127, "Bridges over rivers, roads and railways in Wales, and")
             .At(460, 127, "Present");
         page.At(60, 140, "tunnels under them.");
         page.At(50, 160, "Gwent Highways", {10, true});
         page.At(60, 174, "Surveyor", {10, true}).At(460, 174, "Feb 2012 –");
         page.At(60, 187, "Inspections of masonry arches.").At(460, 187, "Aug 2014");
       },
       {"Halden Rowe Ltd", "Site Engineer | Jan 2021 – Present",
        "Bridges over rivers, roads and railways in Wales, and", "tunnels under them.",
        "Gwent Highways", "Surveyor | Feb 2012 – Aug 2014", "Inspections of masonry arches."}},

      {"ranges_that_a_narrow_margin_cuts_in_three",
       [](PageBuilder& page) {
         page.At(88, 120, "Summer").At(150, 120, "Site Engineer, Halden Rowe", {10, true});
         page.At(62, 132, "2019–Autumn").At(160, 132, "Bridges over rivers and roads.", {9});
         page.At(98, 144, "2021").At(160, 143, "Railways in Wales.", {9});
         page.At(88, 164, "sept").At(150, 164, "Graduate Engineer, Gwent Highways", {10, true});
         page.At(76, 176, "2016–déc").At(160, 176, "Inspections of masonry arches.", {9});
         page.At(98, 188, "2018");
       },
       {"[Summer 2019–Autumn 2021]", "Site Engineer, Halden Rowe", "Bridges over rivers and roads.",
        "Railways in Wales.", "[sept 2016–déc 2018]", "Graduate Engineer, Gwent Highways",
        "Inspections of masonry arches."}},

      {"a_month_at_the_end_of_a_row_waits_for_its_year",
       [](PageBuilder& page) {
         page.At(60, 120, "May 2012 to June")
             .At(170, 120, "Site Engineer, Halden Rowe", {10, true});
         page.At(60, 132, "2016").At(170, 132, "Bridges over rivers, roads and railways in Wales.");
         page.At(60, 158, "March").At(170, 158, "Graduate Engineer, Gwent Highways", {10, true});
         page.At(60, 170, "2011 to").At(170, 170, "Inspections of masonry arches.");
         page.At(60, 182, "May 2012").At(170, 182, "Load ratings of steel trusses.");
         page.At(60, 208, "2010 - 2011").At(170, 208, "Trainee, Gwent Highways", {10, true});
         page.At(60, 220, "2009 - 2010").At(170, 220, "Intern, Gwent Highways", {10, true});
       },
       {"[May 2012 to June 2016]", "Site Engineer, Halden Rowe",
        "Bridges over rivers, roads and railways in Wales.", "[March 2011 to May 2012]",
        "Graduate Engineer, Gwent Highways", "Inspections of masonry arches.",
        "Load ratings of steel trusses.", "[2010 - 2011]", "Trainee, Gwent Highways",
        "[2009 - 2010]", "Intern, Gwent Highways"}},

      {"headings_and_dates_share_a_gutter",
       [](PageBuilder& page) {
         page.At(60, 100, "Contact", {12, false});
         page.At(180, 94, "GitHub", {9, true}).At(340, 94, "github.com/jroe", {9, false});
         page.At(180, 109, "Phone", {9, true}).At(340, 109, "029 5550 1234", {9, false});
         page.At(60, 150, "Languages", {12, false});
         page.At(180, 144, "English", {9, true}).At(340, 144, "Native", {9, false});
         page.At(180, 159, "Welsh", {9, true}).At(340, 159, "Fluent", {9, false});
         page.At(60, 190, "Experience", {12, false});
         page.At(180, 198, "Site Engineer, Halden Rowe", {9, true});
         page.At(60, 205, "2019-04", {6, true}).At(92, 205, "to", {4.5, true});
         page.At(106, 205, "2021-09", {6, true});
         page.At(180, 209, "Bridges over rivers, roads and railways in Wales.", {9, false});
         page.At(206, 222, "Led the works on the Afon Taf viaduct.", {9, false});
         page.At(206, 235, "Saved four weeks of the programme.", {9, false});
         page.At(206, 248, "Built a shared model for all trades.", {9, false});
         page.At(60, 276, "2016-02", {6, true}).At(92, 276, "to", {4.5, true});
         page.At(106, 276, "2019-03", {6, true});
         page.At(180, 275, "Graduate Engineer, Gwent Highways", {9, true});
         page.At(206, 288, "Inspections of masonry arches.", {9, false});
         page.At(60, 315, "Education", {12, false});
         page.At(180, 315, "Cardiff School of Engineering", {9, true});
         page.At(206, 327, "Civil Engineering", {9, false});
       },
       {"[Contact]", "GitHub | github.com/jroe", "Phone | 029 5550 1234", "[Languages]",
        "English | Native", "Welsh | Fluent", "Experience", "[2019-04 to 2021-09]",
        "Site Engineer, Halden Rowe", "Bridges over rivers, roads and railways in Wales.",
        "Led the works on the Afon Taf viaduct.", "Saved four weeks of the programme.",
        "Built a shared model for all trades.", "[2016-02 to 2019-03]",
        "Graduate Engineer, Gwent Highways", "Inspections of masonry arches.", "[Education]",
        "Cardiff School of Engineering", "Civil Engineering"}},

      {"a_margin_heading_known_only_as_a_whole",
       [](PageBuilder& page) {
         page.At(50, 100, "Education", {10, true}).At(150, 100, "Cardiff School", {10, true});
         page.At(150, 113, "Civil engineering, July 2010");
         page.At(50, 140, "Employment", {10, true}).At(150, 140, "Halden Rowe", {10, true});
         page.At(50, 153, "History", {10, true}).At(150, 153, "Site engineer");
         page.At(150, 166, "Bridges over rivers, roads and railways in Wales.");
         page.At(50, 195, "Languages", {10, true}).At(150, 195, "English and Welsh");
       },
       {"[Education]", "Cardiff School", "Civil engineering, July 2010", "[Employment History]",
        "Halden Rowe", "Site engineer", "Bridges over rivers, roads and railways in Wales.",
        "[Languages]", "English and Welsh"}},

      {"drawn_bullets_start_items_and_dots_of_a_rating_do_not",
       [](PageBuilder& page) {
         page.At(50, 100, "Site Engineer, Halden Rowe", {10, true});
         page.At(66, 114, "Bridges over rivers, roads and railways.");
         page.At(66, 127, "Inspections of masonry arches in the hills");
         page.At(66, 140, "and of their footings.");
         page.At(66, 153, "Load ratings of steel trusses.");
         for (double y : {108.0, 121.0, 147.0}) {
           page.Draw(Shape::Kind::kFill, {56, y + 1, 59.5, y + 4.5});
           page.Draw(Shape::Kind::kStroke, {56.3, y + 1.3, 59.2, y + 4.2});  // its outline
         }
         page.At(50, 200, "English").At(130, 200, "Fluent");
         for (double x : {100.0, 107.0, 114.0, 121.0})
           page.Draw(Shape::Kind::kFill, {x, 195, x + 3.5, 198.5});
       },
       {"Site Engineer, Halden Rowe", "* Bridges over rivers, roads and railways.",
        "* Inspections of masonry arches in the hills", "and of their footings.",
        "* Load ratings of steel trusses.", "English | Fluent"}},

      {"drawn_rings_are_bullets_alone_too_if_they_are_like_those_of_a_list",
       [](PageBuilder& page) {
         page.At(50, 100, "Site Engineer, Halden Rowe", {10, true});
         page.At(66, 114, "Bridges over rivers, roads and railways.");
         page.At(66, 127, "Inspections of masonry arches in the hills");
         page.At(50, 300, "Graduate Engineer, Gwent Highways", {10, true});
         page.At(66, 314, "Load ratings of steel trusses.");
         page.At(50, 400, "Diploma, Cardiff School", {10, true});
         page.At(50, 414, "Civil engineering");
         for (double y : {108.0, 121.0, 308.0})
           page.Draw(Shape::Kind::kStroke, {56, y + 1, 59.5, y + 4.5});
       },
       {"Site Engineer, Halden Rowe", "* Bridges over rivers, roads and railways.",
        "* Inspections of masonry arches in the hills", "Graduate Engineer, Gwent Highways",
        "* Load ratings of steel trusses.", "Diploma, Cardiff School", "Civil engineering"}},

      {"text_in_boxes_stays_together",
       [](PageBuilder& page) {
         page.At(50, 60, "Experience", {14, true});
         const auto card = [&](double y, std::string_view employer, std::string_view dates,
                               std::string_view title) {
           page.Draw(Shape::Kind::kStroke, {50, y, 545, y + 60});
           page.At(55, y + 14, employer, {10, true}).At(55, y + 28, dates);
           page.At(180, y + 14, title, {10, true});
           page.At(180, y + 28, "Looked after bridges of many kinds in the hills of Wales and");
           page.At(180, y + 41, "kept them standing where they had been put before.");
         };
         card(80, "Halden Rowe", "2019 - today", "Site Engineer");
         card(150, "Gwent Highways", "2016 - 2019", "Graduate Engineer");
         page.At(50, 240, "Education", {14, true}).At(50, 258, "Cardiff School, 2014");
       },
       {"Experience", "[Halden Rowe]", "Site Engineer", "[2019 - today]",
        "Looked after bridges of many kinds in the hills of Wales and",
        "kept them standing where they had been put before.", "[Gwent Highways]",
        "Graduate Engineer", "[2016 - 2019]",
        "Looked after bridges of many kinds in the hills of Wales and",
        "kept them standing where they had been put before.", "Education", "Cardiff School, 2014"}},

      {"dates_behind_headings_in_the_margin_are_labels_too",
       [](PageBuilder& page) {
         page.At(50, 60, "Jane Roe", {20, true});
         const auto part = [&](double y, std::string_view heading) {
           page.At(50, y, heading, {9, true});
           for (int i = 0; i < 2; ++i) {
             page.At(140, y + 40 * i, i == 0 ? "Jan 2022 - today" : "Mar 2018 - Dec 2021");
             page.At(250, y + 40 * i, "Adviser, Noorderwind Energie, Utrecht");
             page.At(250, y + 14 + 40 * i, "Looked after bridges of many kinds");
           }
         };
         part(100, "EXPERIENCE");
         part(190, "EDUCATION");
         part(280, "PROJECTS");
       },
       {"Jane Roe",
        "[EXPERIENCE]",
        "[Jan 2022 - today]",
        "Adviser, Noorderwind Energie, Utrecht",
        "Looked after bridges of many kinds",
        "[Mar 2018 - Dec 2021]",
        "Adviser, Noorderwind Energie, Utrecht",
        "Looked after bridges of many kinds",
        "[EDUCATION]",
        "[Jan 2022 - today]",
        "Adviser, Noorderwind Energie, Utrecht",
        "Looked after bridges of many kinds",
        "[Mar 2018 - Dec 2021]",
        "Adviser, Noorderwind Energie, Utrecht",
        "Looked after bridges of many kinds",
        "[PROJECTS]",
        "[Jan 2022 - today]",
        "Adviser, Noorderwind Energie, Utrecht",
        "Looked after bridges of many kinds",
        "[Mar 2018 - Dec 2021]",
        "Adviser, Noorderwind Energie, Utrecht",
        "Looked after bridges of many kinds"}},

      {"places_under_the_dates_of_a_gutter_are_no_column",
       [](PageBuilder& page) {
         page.At(40, 60, "Jane Roe", {20, true}).At(40, 90, "Experience", {13, true});
         const auto entry = [&](double y, std::string_view dates, std::string_view place,
                                std::string_view head, int lines) {
           page.At(55, y, dates, {9}).At(85, y + 12, place, {9}).At(147, y + 1, head);
           for (int i = 0; i < lines; ++i)
             page.At(147, y + 16 + 14 * i, "Looked after bridges of many kinds");
         };
         entry(110, "03.2018 - 12.2021", "Utrecht", "Adviser (Noorderwind Energie)", 3);
         entry(180, "05.2016 - 02.2018", "Cardiff", "Assistant (Noorderwind Energie)", 1);
         entry(222, "02.2013 - 04.2016", "Zeist", "Recruiter (Zorggroep Lindehof)", 1);
         page.At(40, 280, "Education", {13, true});
         entry(300, "09.2008 - 07.2012", "Leeds", "Bachelor, Management (Domstad)", 0);
       },
       {"Jane Roe",
        "Experience",
        "[03.2018 - 12.2021]",
        "[Utrecht]",
        "Adviser (Noorderwind Energie)",
        "Looked after bridges of many kinds",
        "Looked after bridges of many kinds",
        "Looked after bridges of many kinds",
        "[05.2016 - 02.2018]",
        "[Cardiff]",
        "Assistant (Noorderwind Energie)",
        "Looked after bridges of many kinds",
        "[02.2013 - 04.2016]",
        "[Zeist]",
        "Recruiter (Zorggroep Lindehof)",
        "Looked after bridges of many kinds",
        "Education",
        "[09.2008 - 07.2012]",
        "[Leeds]",
        "Bachelor, Management (Domstad)"}},

      {"a_heading_in_the_margin_beside_one_row_is_a_label_as_the_others_are",
       [](PageBuilder& page) {
         page.At(50, 60, "Jane Roe", {20, true});
         const auto part = [&](double y, std::string_view heading, std::string_view first,
                               std::string_view second) {
           page.Draw(Shape::Kind::kStroke, {50, y - 16, 545, y - 15});
           page.At(50, y, heading, {9}).At(150, y, first);
           if (!second.empty()) page.At(150, y + 13, second);
         };
         part(100, "Profile", "Builds bridges that stay where they were put and",
              "keeps them there.");
         part(150, "Experience", "Engineer, Halden Rowe, 2019 - today", "Bridges over rivers.");
         part(200, "Education", "Civil engineering, Cardiff School", "2014 - 2018");
         part(250, "Languages", "English (native), Welsh (good)", "");
       },
       {"Jane Roe", "[Profile]", "Builds bridges that stay where they were put and",
        "keeps them there.", "[Experience]", "Engineer, Halden Rowe, 2019 - today",
        "Bridges over rivers.", "[Education]", "Civil engineering, Cardiff School", "2014 - 2018",
        "[Languages]", "English (native), Welsh (good)"}},

      {"a_start_above_its_end_is_one_label",
       [](PageBuilder& page) {
         page.At(50, 100, "2010", {7, true}).At(90, 99.5, "Institute of Chartered", {8.5, true});
         page.At(50, 109, "2014", {7, true}).At(90, 109, "Accountants of India", {8.5, true});
         page.At(90, 122, "Accountancy", {7, false});
         page.At(50, 160, "2008", {7, true}).At(90, 159.5, "University of Mumbai", {8.5, true});
         page.At(50, 169, "2011", {7, true});
         page.At(90, 176, "Commerce", {7, false});
       },
       {"[2010 2014]", "Institute of Chartered", "Accountants of India", "Accountancy",
        "[2008 2011]", "University of Mumbai", "Commerce"}},

      {"a_dash_that_had_no_place_in_the_row_above_is_no_bullet",
       [](PageBuilder& page) {
         page.At(50, 100, "Halden Rowe Consulting Engineers | Principal Engineer")
             .At(50, 112, "– Structures")
             .At(50, 124, "2019-10 – today, Cardiff, and on sites in South Wales.");
         page.At(50, 160, "CORE", {10, true}).At(200, 160, "COMPETENCIES", {10, true});
         page.At(50, 174, "Eurocodes, bridges, retaining walls, load rating.");
       },
       {"Halden Rowe Consulting Engineers | Principal Engineer", "– Structures",
        "2019-10 – today, Cardiff, and on sites in South Wales.", "CORE COMPETENCIES",
        "Eurocodes, bridges, retaining walls, load rating."}},

      {"two_dates_beside_two_entries_are_labels",
       [](PageBuilder& page) {
         page.At(50, 100, "Experience", {14, true});
         page.At(52, 130, "2015 -").At(120, 130, "Machinist, Halden Rowe", {10, true});
         page.At(52, 142, "2020").At(148, 150, "Made parts for pumps and valves.");
         page.At(52, 190, "2011 -").At(120, 190, "Apprentice, Gwent Works", {10, true});
         page.At(52, 202, "2015").At(148, 210, "Learned the trade in a jobbing shop.");
       },
       {"Experience", "[2015 - 2020]", "Machinist, Halden Rowe", "Made parts for pumps and valves.",
        "[2011 - 2015]", "Apprentice, Gwent Works", "Learned the trade in a jobbing shop."}},

      {"headings_in_the_left_margin_are_labels",
       [](PageBuilder& page) {
         page.At(50, 100, "Profile", {10, true});
         page.Paragraph(150, 100,
                        {"Chartered engineer with fourteen years in bridges and highway",
                         "structures, from feasibility to site supervision."});
         page.At(50, 140, "Education and", {10, true}).At(50, 153, "Training", {10, true});
         page.Paragraph(
             150, 140,
             {"MEng Civil Engineering, Cardiff, a first class degree with honours",
              "and a prize for the best thesis of the year in structures.", "A-levels, Ogmore."});
         page.At(50, 200, "Languages", {10, true}).At(150, 200, "English, Welsh");
       },
       {"[Profile]", "Chartered engineer with fourteen years in bridges and highway",
        "structures, from feasibility to site supervision.", "[Education and Training]",
        "MEng Civil Engineering, Cardiff, a first class degree with honours",
        "and a prize for the best thesis of the year in structures.", "A-levels, Ogmore.",
        "[Languages]", "English, Welsh"}},

      {"headings_beside_rows_of_cells_are_labels",
       [](PageBuilder& page) {
         page.At(180, 50, "Jane Doe", {18});
         page.At(50, 117, "Contact").At(180, 117, "Email jane@example.com");
         page.At(380, 117, "Phone 555 0119");
         page.At(50, 156, "Work").At(180, 156, "Acme Electric").At(430, 156, "2016 - Now");
         page.At(180, 178, "Foreman and estimator of the northern branch");
         page.At(180, 194, "Ran crews of nine on hospital and school jobs");
         page.At(50, 240, "Skills").At(180, 240, "Conduit bending").At(380, 240, "Fire alarms");
         page.At(180, 265, "Switchgear").At(380, 265, "Blueprints");
       },
       {"Jane Doe", "[Contact]", "Email jane@example.com | Phone 555 0119", "[Work]",
        "Acme Electric | 2016 - Now", "Foreman and estimator of the northern branch",
        "Ran crews of nine on hospital and school jobs", "[Skills]",
        "Conduit bending | Fire alarms", "Switchgear | Blueprints"}},

      {"cards_along_a_time_line_are_read_by_height",
       [](PageBuilder& page) {
         auto card = [&](double x, double y, std::string_view title, std::string_view text) {
           page.At(x, y, title, {12, true})
               .At(x, y + 15, text)
               .At(x, y + 29, "and more of the same kind");
         };
         card(60, 100, "First job", "Pumps and valves of all sizes");
         card(340, 190, "Second job", "Lathes and mills of all ages");
         card(60, 280, "Third job", "Bridges and roads in Wales");
         card(340, 370, "Fourth job", "Ships and boats in Bristol");
       },
       {"First job", "Pumps and valves of all sizes", "and more of the same kind", "Second job",
        "Lathes and mills of all ages", "and more of the same kind", "Third job",
        "Bridges and roads in Wales", "and more of the same kind", "Fourth job",
        "Ships and boats in Bristol", "and more of the same kind"}},

      {"a_table_is_read_row_by_row_and_its_cells_wrap",
       [](PageBuilder& page) {
         page.At(50, 100, "Qualification", {10, true})
             .At(220, 100, "School", {10, true})
             .At(400, 100, "Year", {10, true});
         page.At(50, 118, "BSc Nursing").At(220, 118, "Hill Country State").At(400, 118, "2015");
         page.At(50, 136, "Certificate in Emergency")
             .At(220, 136, "Austin Lakeside")
             .At(400, 136, "2011");
         page.At(50, 148, "Technology").At(220, 148, "College");
         page.At(50, 166, "Diploma").At(220, 166, "Llano Valley").At(400, 166, "2009");
       },
       {"Qualification | School | Year", "BSc Nursing | Hill Country State | 2015",
        "Certificate in Emergency Technology | Austin Lakeside College | 2011",
        "Diploma | Llano Valley | 2009"}},

      {"bulleted_items_side_by_side_are_not_mixed",
       [](PageBuilder& page) {
         page.At(50, 100, "Site Engineer", {10, true});
         page.At(50, 116, "•")
             .At(62, 116, "Delivered the viaduct four weeks early and")
             .At(62, 128, "under its price.");
         page.At(310, 116, "•")
             .At(322, 116, "Saved two thousand tonnes of concrete by")
             .At(322, 128, "keeping the abutments.");
         page.At(50, 160,
                 "Graduate Engineer, Gwent County Highways, Cwmbran, for two years and a half");
       },
       {"Site Engineer", "* Delivered the viaduct four weeks early and", "under its price.",
        "* Saved two thousand tonnes of concrete by", "keeping the abutments.",
        "Graduate Engineer, Gwent County Highways, Cwmbran, for two years and a half"}},

      {"groups_of_skills_with_names_are_columns",
       [](PageBuilder& page) {
         page.At(50, 100, "Skills", {12, true});
         page.At(50, 118, "Kitchen", {10, true})
             .At(220, 118, "Office", {10, true})
             .At(390, 118, "Law", {10, true});
         page.At(50, 131, "Rice dishes, charcoal")
             .At(220, 131, "Menus, rotas,")
             .At(390, 131, "HACCP, allergens");
         page.At(50, 144, "grill, fermentation").At(220, 144, "suppliers");
         page.At(50, 157, "and butchery");
         page.At(50, 190,
                 "Interests and other things that fill a whole line of the page from left to right "
                 "edge");
       },
       {"Skills", "Kitchen", "Rice dishes, charcoal", "grill, fermentation", "and butchery",
        "Office", "Menus, rotas,", "suppliers", "Law", "HACCP, allergens",
        "Interests and other things that fill a whole line of the page from left to right edge"}},

      {"a_full_row_between_parts_columns",
       [](PageBuilder& page) {
         auto columns = [&](double y, std::string_view left, std::string_view right) {
           for (int i = 0; i < 4; ++i) {
             page.At(
                 50, y + 13 * i,
                 std::string(left) + " text that fills the narrow measure " + std::to_string(i));
             page.At(
                 320, y + 6 + 13 * i,
                 std::string(right) + " text that fills the narrow measure " + std::to_string(i));
           }
         };
         columns(100, "A", "B");
         page.At(50, 190,
                 "A row that goes from one edge of the page to the other and stands between two "
                 "bands of columns");
         columns(220, "C", "D");
       },
       {"A text that fills the narrow measure 0", "A text that fills the narrow measure 1",
        "A text that fills the narrow measure 2", "A text that fills the narrow measure 3",
        "B text that fills the narrow measure 0", "B text that fills the narrow measure 1",
        "B text that fills the narrow measure 2", "B text that fills the narrow measure 3",
        "A row that goes from one edge of the page to the other and stands between two bands of "
        "columns",
        "C text that fills the narrow measure 0", "C text that fills the narrow measure 1",
        "C text that fills the narrow measure 2", "C text that fills the narrow measure 3",
        "D text that fills the narrow measure 0", "D text that fills the narrow measure 1",
        "D text that fills the narrow measure 2", "D text that fills the narrow measure 3"}},

      {"a_running_header_and_page_numbers_stand_apart",
       [](PageBuilder& page) {
         page.At(50, 40, "Jane Roe")
             .At(400, 40, "Curriculum Vitae")
             .At(50, 100, "Profile of the first page")
             .At(290, 815, "- 1 -");
         page.NextPage();
         page.At(50, 40, "Jane Roe")
             .At(400, 40, "Curriculum Vitae")
             .At(50, 100, "Profile of the second page")
             .At(290, 815, "- 2 -");
       },
       {"Jane Roe | Curriculum Vitae", "Profile of the first page", "Profile of the second page",
        "# - 1 -", "# Jane Roe | Curriculum Vitae", "# - 2 -"}},

      {"who_made_the_page_is_no_part_of_it",
       [](PageBuilder& page) {
         page.At(50, 60, "Jane Roe", {20})
             .Paragraph(50, 120, {"Nurse at St. Mary", "Designed with care"})
             .At(50, 300, "© 2014 Acme")
             .At(50, 314, "Designed by Jo Doe");
       },
       {"Jane Roe", "Nurse at St. Mary", "Designed with care", "# © 2014 Acme",
        "# Designed by Jo Doe"}},
      {"the_name_over_the_second_page_is_a_running_header",
       [](PageBuilder& page) {
         page.At(50, 50, "Jane Roe", {22, true})
             .At(50, 100, "Profile of the first page")
             .At(50, 112, "Experience of the first page");
         page.NextPage();
         page.At(50, 40, "Jane Roe – CV – Page 2", {9}).At(50, 100, "Profile of the second page");
       },
       {"Jane Roe", "Profile of the first page", "Experience of the first page",
        "Profile of the second page", "# Jane Roe – CV – Page 2"}},

      {"a_name_in_large_type_stands_beside_text",
       [](PageBuilder& page) {
         page.At(50, 60, "JANE", {30}).At(50, 92, "ROE", {30});
         page.Paragraph(
             180, 60,
             {"Night nurse with nine years on the wards of two",
              "hospitals, who likes a calm handover and a list", "that is done by the morning."});
         page.At(50, 160, "jane@example.com").At(300, 160, "Mill Lane 4");
       },
       {"JANE", "ROE", "Night nurse with nine years on the wards of two",
        "hospitals, who likes a calm handover and a list", "that is done by the morning.",
        "jane@example.com | Mill Lane 4"}},

      {"the_name_at_the_foot_signs_the_page",
       [](PageBuilder& page) {
         page.At(50, 50, "Jane Roe", {22, true})
             .At(50, 100, "Profile of the first page")
             .At(50, 112, "Experience of the first page")
             .At(200, 815, "Jane Roe: Night Nurse", {8});
       },
       {"Jane Roe", "Profile of the first page", "Experience of the first page",
        "# Jane Roe: Night Nurse"}},

      {"an_address_at_the_foot_does_not",
       [](PageBuilder& page) {
         page.At(50, 50, "Jane Roe", {22, true})
             .At(50, 100, "Profile of the first page")
             .At(50, 112, "Experience of the first page")
             .At(200, 815, "Jane Roe, jane@example.com", {8});
       },
       {"Jane Roe", "Profile of the first page", "Experience of the first page",
        "Jane Roe, jane@example.com"}},

      {"raised_text_stays_in_its_line",
       [](PageBuilder& page) {
         page.At(50, 100, "Won the 1").At(90.2, 96, "st", {6}).At(99, 100, "prize of the year");
       },
       {"Won the 1 st prize of the year"}},

      {"hidden_words_are_in_no_line",
       [](PageBuilder& page) { page.At(50, 100, "Seen").At(50, 120, "hidden").Hide(); },
       {"Seen"}},
  };
  return cases;
}

class ReadingOrder : public testing::TestWithParam<Case> {};

TEST_P(ReadingOrder, IsThatOfAReader) {
  PageBuilder page;
  GetParam().build(page);
  EXPECT_EQ(Printed(Order(page.Build())), GetParam().lines);
}

// Nothing hangs on where on the page it happens, or on the order of the content stream.
TEST_P(ReadingOrder, IsTheSameForWordsInAnyOrder) {
  PageBuilder page;
  GetParam().build(page);
  Document document = page.Build();
  std::shuffle(document.words.begin(), document.words.end(), std::mt19937(7));
  std::stable_sort(document.words.begin(), document.words.end(),
                   [](const Word& a, const Word& b) { return a.page < b.page; });
  EXPECT_EQ(Printed(Order(document)), GetParam().lines);
}

void ExpectSound(const Document& before, const Layout& layout) {
  std::multiset<std::string> read, ordered;
  for (const Word& word : before.words) read.insert(word.text);
  for (const Word& word : layout.document.words) ordered.insert(word.text);
  EXPECT_EQ(read, ordered);
  size_t next = 0;
  for (const Line& line : layout.lines) {
    ASSERT_EQ(line.words.begin, next) << "lines follow one another";
    ASSERT_FALSE(line.words.empty());
    ASSERT_FALSE(line.cells.empty());
    size_t cell_next = line.words.begin;
    for (const Cell& cell : line.cells) {
      EXPECT_EQ(cell.words.begin, cell_next);
      cell_next = cell.words.end;
    }
    EXPECT_EQ(cell_next, line.words.end) << "cells cover the line";
    for (size_t i = line.words.begin; i < line.words.end; ++i) {
      EXPECT_EQ(layout.document.words[i].hidden, Hidden::kNo);
      EXPECT_EQ(layout.document.words[i].page, line.page);
    }
    next = line.words.end;
  }
}

TEST_P(ReadingOrder, KeepsEveryWord) {
  PageBuilder page;
  GetParam().build(page);
  const Document document = page.Build();
  ExpectSound(document, Order(document));
}

INSTANTIATE_TEST_SUITE_P(Pages, ReadingOrder, testing::ValuesIn(Cases()),
                         [](const auto& info) { return info.param.name; });

TEST(ReadingOrderOfNoise, KeepsEveryWord) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 60; ++round) {
    PageBuilder page;
    const int words = static_cast<int>(random() % 120);
    for (int i = 0; i < words; ++i) {
      if (i % 50 == 49) page.NextPage();
      page.At(random() % 560, random() % 842, std::string(1 + random() % 9, 'a' + i % 26),
              {4.0 + random() % 20, random() % 3 == 0});
      if (random() % 20 == 0) page.Hide();
    }
    const Document document = page.Build();
    const Layout layout = Order(document);
    ExpectSound(document, layout);
    size_t visible = 0, in_lines = 0;
    for (const Word& word : document.words) visible += word.hidden == Hidden::kNo;
    for (const Line& line : layout.lines) in_lines += line.words.size();
    EXPECT_EQ(visible, in_lines);
  }
}

TEST(ReadingOrderOfNothing, IsEmpty) {
  EXPECT_TRUE(Order(Document{}).lines.empty());
  EXPECT_TRUE(Order(PageBuilder().Build()).lines.empty());
}

// A section that runs over the page break is not cut by the sidebar of the first page.
TEST(ReadingOrderOverPages, ReadsAColumnToItsEnd) {
  PageBuilder page;
  page.At(50, 60, "Jane Roe", {20, true});
  for (int sheet = 0; sheet < 2; ++sheet) {
    if (sheet == 1) page.NextPage();
    for (int i = 0; i < 14; ++i) {
      page.At(50, 100 + 15 * i, "side " + std::to_string(sheet));
      page.At(220, 103 + 19 * i,
              "main text that goes on for a while on sheet " + std::to_string(sheet));
    }
  }
  std::vector<std::string> runs;
  for (const std::string& line : Printed(Order(page.Build()))) {
    const std::string key = line.substr(0, 4) + line.substr(line.size() - 1);
    if (runs.empty() || runs.back() != key) runs.push_back(key);
  }
  EXPECT_EQ(runs, (Lines{"Janee", "side0", "side1", "main0", "main1"}));
}

TEST(ReadingOrderWarnings, NameColumnsAndRunningHeaders) {
  auto ids = [](const Case& test) {
    PageBuilder page;
    test.build(page);
    std::set<std::string> found;
    for (const Warning& warning : Order(page.Build()).warnings) found.insert(warning.id);
    return found;
  };
  for (const Case& test : Cases()) {
    const std::string name = test.name;
    if (name == "two_newspaper_columns") {
      EXPECT_TRUE(ids(test).contains("multi-column"));
    }
    if (name == "one_column") {
      EXPECT_TRUE(ids(test).empty());
    }
    if (name == "a_table_is_read_row_by_row_and_its_cells_wrap") {
      EXPECT_TRUE(ids(test).contains("table-grid"));
    }
    if (name == "a_running_header_and_page_numbers_stand_apart") {
      EXPECT_TRUE(ids(test).contains("running-header"));
    }
  }
}

}  // namespace
}  // namespace atsmatch
