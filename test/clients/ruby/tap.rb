# A few lines of TAP (the Test Anything Protocol), so that a story reads as a story.

$stdout.sync = true
$run = $failed = 0

def ok(condition, what, why = "")
  $run += 1
  $failed += 1 unless condition
  puts "#{"not " unless condition}ok #{$run} - #{what}"
  why.to_s.each_line { |line| puts "#   #{line}" } unless condition
end

def same(got, wanted, what)
  ok(got == wanted, what, "got    #{got.inspect}\nwanted #{wanted.inspect}")
end

# Every value is a mask: nothing of the original shows.
def starred(got, what)
  ok(got.any? && got.all? { |v| v.is_a?(String) && v.start_with?("*****") }, what, "got #{got.inspect}")
end

at_exit do
  ok(false, "the story runs to its end", $!.full_message(highlight: false)) unless $!.nil? || $!.is_a?(SystemExit)
  puts "1..#{$run}"
  exit!(1) if $failed > 0
end
