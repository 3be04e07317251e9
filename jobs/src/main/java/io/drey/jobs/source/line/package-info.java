/** Lines of bytes to events: the input formats, event time and the malformed records. */
@NullMarked
package io.drey.jobs.source.line;

import org.jspecify.annotations.NullMarked;
