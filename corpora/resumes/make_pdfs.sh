#!/bin/sh
# Prints the sample résumés again from their sources, each with the program that its kind stands for.
# Needs (Debian): libreoffice-writer texlive-latex-recommended texlive-fonts-recommended texlive-lang-german chromium weasyprint
# groff pango1.0-tools ghostscript.  A new print moves words by fractions of a point.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# soffice SOURCE [FILTER...]: LibreOffice Writer
writer() {
  soffice "-env:UserInstallation=file://$work/profile" --headless "$@" --outdir "$work" >/dev/null 2>&1
}
writer --convert-to pdf nurse-ie/resume.fodt && mv "$work/resume.pdf" nurse-ie/resume.pdf
writer --infilter="HTML (StarWriter)" --convert-to odt accountant-us/resume.html
writer --convert-to pdf "$work/resume.odt" && mv "$work/resume.pdf" accountant-us/resume.pdf

for folder in engineer-in technician-de; do
  pdflatex -interaction=batchmode -output-directory "$work" $folder/resume.tex >/dev/null
  mv "$work/resume.pdf" $folder/resume.pdf
done

for folder in pastrychef-fr teacher-au; do
  chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" --no-pdf-header-footer \
    --print-to-pdf="$PWD/$folder/resume.pdf" "file://$PWD/$folder/resume.html" 2>/dev/null
done

weasyprint -q marketer-mx/resume.html marketer-mx/resume.pdf
groff -k -ms -Tpdf -P-pa4 plumber-nz/resume.ms >plumber-nz/resume.pdf
pango-view --no-display --markup --font="DejaVu Sans 10" --margin=50 --wrap=word --width=480 \
  --output=vet-gb/resume.pdf vet-gb/resume.pango
