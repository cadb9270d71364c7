"""Documents in the layout of Decree 30/2020/NĐ-CP, out as DOCX and PDF, and DOCX back in."""
