"""Our own findings: what Scorecard and the OSPS Baseline miss, with the lines and what to write instead."""
