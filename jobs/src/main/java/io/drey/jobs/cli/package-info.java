/** The command line. */
@NullMarked
package io.drey.jobs.cli;

import org.jspecify.annotations.NullMarked;
