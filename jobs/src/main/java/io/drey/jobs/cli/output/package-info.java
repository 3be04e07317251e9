// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** How commands print: rows in a format, tables, colours, and what the terminal shows. */
@NullMarked
package io.drey.jobs.cli.output;

import org.jspecify.annotations.NullMarked;
