"""What is known of each reference's DOI: machines that yield requests and are sent replies.

They open nothing and wait for nothing. `machine.resolve` gives verdicts, `machine.identify` the
numbers of PubMed for references whose DOI is known. Pace, retries and files belong to the driver.
"""
