SELECT stage, suite, expectation, severity, success, observed, unexpected_count, checked_rows FROM latest_quality
